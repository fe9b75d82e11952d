#include "server/store/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>

namespace tianbao::store {

namespace {

struct Reason {
  int number;
  const char* text;
};

constexpr Reason common_reasons[] = {
    {ENOENT, "没有这个文件或文件夹"},
    {EACCES, "没有权限"},
    {EPERM, "没有权限"},
    {EISDIR, "这是一个文件夹"},
    {ENOTDIR, "路径中有一级不是文件夹"},
    {EEXIST, "已经有了"},
    {ELOOP, "这是一个符号链接"},
    {ENAMETOOLONG, "名称太长"},
    {ENOSPC, "磁盘已满"},
    {EDQUOT, "磁盘配额已用完"},
    {EROFS, "磁盘是只读的"},
    {EIO, "磁盘读写出错"},
    {EMFILE, "打开的文件太多"},
    {ENFILE, "打开的文件太多"},
};

}  // namespace

std::string system_reason(int number) {
  const auto* const found = std::find_if(std::begin(common_reasons), std::end(common_reasons),
                                         [number](const Reason& reason) { return reason.number == number; });
  return found != std::end(common_reasons) ? found->text : std::generic_category().message(number);
}

}  // namespace tianbao::store
