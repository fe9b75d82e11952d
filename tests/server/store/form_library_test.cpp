#include "server/store/form_library.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <thread>
#include <utility>

#include "server/store/form_files.h"
#include "shared/form/load.h"
#include "tests/server/store/temporary_folder.h"
#include "tests/support/reports.h"

namespace tianbao::store {

namespace {

using testing::TemporaryFolder;
using testing::write_text;

/// A form of one question.
std::string small_form(const std::string& id, const std::string& edition, const std::string& title = "自查表",
                       int first_period = 2017) {
  return R"({"format":"tianbao-form/1","id":")" + id + R"(","edition":")" + edition + R"(","title":")" +
         title + R"(","periods":{"first":)" + std::to_string(first_period) +
         R"(},"sections":[{"id":"s","label":"部分","groups":[{"fields":[)" +
         R"({"id":"a","label":"甲","type":"text"}]}]}]})";
}

/// A data folder and a folder of installed forms, in which there is `base` of 2017.
struct Folders {
  TemporaryFolder parent;
  std::unique_ptr<DataFolder> data;

  Folders() {
    auto opened = DataFolder::open(parent / "data", WhenMissing::make);
    REQUIRE(opened.ok());
    data = std::make_unique<DataFolder>(std::move(opened).value());
    install("base/2017.json", small_form("base", "2017", "随程序"));
  }

  void install(const std::string& name, const std::string& text) const {
    write_text(parent / ("installed/" + name), text);
  }
  std::string own(const std::string& name) const { return parent / ("data/forms/" + name); }
  void drop(const std::string& name, const std::string& text) const { write_text(own(name), text); }

  Result<FormLibrary, std::string> try_load() const { return FormLibrary::load(*data, parent / "installed"); }
  FormLibrary load() const {
    auto loaded = try_load();
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
  }
};

std::string offered(const FormLibrary& library) {
  std::string names;
  for (const OfferedForm& each : library.current()->offered()) {
    names += (names.empty() ? "" : " ") + each.stored->form.id + "/" + each.stored->form.edition;
    if (each.origin == FormOrigin::own) names += "*";
  }
  return names;
}

std::string titles(const std::vector<OfferedForm>& forms) {
  std::string all;
  for (const OfferedForm& each : forms) all += (all.empty() ? "" : " ") + each.stored->form.title;
  return all;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "The library offers the edition that serves a year, and still knows definitions no longer offered") {
  const Folders folders;
  const FormLibrary library = folders.load();
  const auto forms = library.current();
  const StoredForm* const form = forms->serving("base", "2019");
  REQUIRE(form != nullptr);
  CHECK(forms->serving("base", "2016") == nullptr);
  CHECK(forms->serving("no-such-form", "2019") == nullptr);
  CHECK_FALSE(forms->knows("no-such-form"));
  REQUIRE_FALSE(library.keep(*form).has_value());
  folders.install("base/2017.json", small_form("base", "2017", "别的"));
  const auto later = folders.load().current();
  REQUIRE(later->by_digest(form->form.digest) != nullptr);
  CHECK(later->by_digest(form->form.digest)->form.title == "随程序");
  CHECK(later->serving("base", "2019")->form.title == "别的");
  CHECK(later->offered().size() == 1);
}

TEST_CASE("An installed definition with a mistake stops the start, naming the file and the place") {
  const Folders folders;
  folders.install("broken.json", R"({"format":"tianbao-form/1"})");
  const auto loaded = folders.try_load();
  REQUIRE_FALSE(loaded.ok());
  CHECK(holds(loaded.error(), "broken.json 有 "));
  CHECK(holds(loaded.error(), "/title：缺少成员"));
  CHECK_FALSE(FormLibrary::load(*folders.data, folders.parent / "nothing").ok());
}

TEST_CASE("A kept definition that was changed by other hands is reported, and is not taken for what it was") {
  const Folders folders;
  const StoredForm form = *folders.load().current()->serving("base", "2019");
  REQUIRE_FALSE(folders.load().keep(form).has_value());
  const std::string path = folders.own(form.form.digest + ".json");
  write_text(path, small_form("base", "2017", "改过"));
  folders.drop(std::string(64, 'a') + ".json", "{");
  const FormLibrary library = folders.load();
  CHECK(library.current()->kept().empty());
  REQUIRE(library.problems().size() == 2);
  CHECK(holds(library.problems()[0] + library.problems()[1], path + "”的内容与文件名中的摘要不符"));
}

TEST_CASE("What a county drops into its data folder is offered, in place of an installed form of that name") {
  const Folders folders;
  folders.drop("town/2024.json", small_form("town", "2024"));
  folders.drop("base/2017.json", small_form("base", "2017", "本县"));
  folders.drop("base/2020.json", small_form("base", "2020", "本县新版", 2020));
  // Where two editions begin in the same year, the county's own is filled.
  folders.install("tie/1.json", small_form("tie", "1"));
  folders.drop("tie/2.json", small_form("tie", "2", "本县"));
  const FormLibrary library = folders.load();
  CHECK(library.problems().empty());
  CHECK(offered(library) == "base/2017* base/2020* tie/2* tie/1 town/2024*");
  const auto forms = library.current();
  CHECK(forms->serving("base", "2018")->form.title == "本县");
  CHECK(forms->serving("base", "2021")->form.title == "本县新版");
  CHECK(forms->serving("tie", "2018")->form.title == "本县");
}

TEST_CASE(
    "What stands in the data folder and is no form in its place is refused alone, and says what to do") {
  const Folders folders;
  folders.drop("town/2024.json", small_form("town", "2024"));
  struct Case {
    std::string name;
    std::string text;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {"broken/1.json", R"({"format":"tianbao-form/1"})", "broken/1.json 有 "},
      {"broken/1.json", R"({"format":"tianbao-form/1"})", "/sections：缺少成员"},
      {"broken/1.json", R"({"format":"tianbao-form/1"})", "改好之前，不提供“broken/1”这一版表样。"},
      {"a/1.json", "", "a/1.json 有 1 处错误"},
      {"a/1.json", small_form("a", "2"), "edition “2”，请放到 " + folders.own("a/2.json")},
      {"b/1.json", small_form("a", "1"), "id “a”、edition “1”，请放到 " + folders.own("a/1.json")},
      {"Town/1.json", small_form("town", "1"), "文件夹名应是表样的编号"},
      {"a/b/1.json", small_form("a", "1"), "表样直接放在“" + folders.own("a") + "”中"},
      {"a/1.json.txt", small_form("a", "1"), "文件名应是 <版次>.json"},
      {"a/1.JSON", small_form("a", "1"), "文件名应是 <版次>.json"},
      {"loose.json", small_form("a", "1"), "请放到 " + folders.own("a/1.json")},
      {"loose.json", "{", "请放到 " + folders.own("<编号>/<版次>.json")},
      {"a/1.json", std::string(form::max_definition_bytes + 1, ' '), "超过上限 4194304 字节"},
  };
  for (const Case& each : cases) {
    INFO(each.name);
    folders.drop(each.name, each.text);
    const FormLibrary library = folders.load();
    CHECK(offered(library) == "base/2017 town/2024*");
    REQUIRE(library.problems().size() == 1);
    INFO(library.problems().front());
    CHECK(holds(library.problems().front(), each.problem));
    std::filesystem::remove_all(folders.own(each.name.substr(0, each.name.find('/'))));
  }
  for (const char* const name :
       {"town/.2024.json.swp", "town/2024.json~", "town/README.txt", ".git/x.json"}) {
    folders.drop(name, "x");
  }
  CHECK(folders.load().problems().empty());
}

TEST_CASE("Links and what is no file are refused without being opened") {
  const Folders folders;
  write_text(folders.parent / "elsewhere/1.json", small_form("town", "1"));
  folders.drop("town/2.json", small_form("town", "2"));
  std::filesystem::create_symlink(folders.parent / "elsewhere/1.json", folders.own("town/1.json"));
  std::filesystem::create_directory_symlink(folders.parent / "elsewhere", folders.own("linked"));
  std::filesystem::create_directory(folders.own("town/3.json"));
  const FormLibrary library = folders.load();
  CHECK(offered(library) == "base/2017 town/2*");
  REQUIRE(library.problems().size() == 3);
  CHECK(holds(library.problems()[0], "linked”是符号链接，没有读取"));
  CHECK(holds(library.problems()[1], "town/1.json”失败：这是一个符号链接"));
  CHECK(holds(library.problems()[2], "town/3.json”失败：不是普通文件"));
}

TEST_CASE("A broken form of the county's own is not replaced by the installed one of that name") {
  const Folders folders;
  folders.drop("base/2017.json", "{");
  folders.drop("town/2024.json", small_form("town", "2024"));
  FormLibrary library = folders.load();
  CHECK(offered(library) == "town/2024*");
  std::filesystem::remove(folders.own("base/2017.json"));
  CHECK(titles(library.reload().added) == "随程序");
  CHECK(offered(library) == "base/2017 town/2024*");
}

TEST_CASE("No more of the county's own forms are read than a data folder may have") {
  const Folders folders;
  for (std::size_t number = 0; number < max_own_forms; ++number) {
    const std::string edition = std::to_string(1000 + number);
    folders.drop("a/" + edition + ".json", small_form("a", edition));
  }
  FormLibrary library = folders.load();
  CHECK(library.problems().empty());
  CHECK(library.current()->offered().size() == max_own_forms + 1);
  folders.drop("b/1.json", small_form("b", "1"));
  REQUIRE(folders.load().problems().size() == 1);
  CHECK(holds(folders.load().problems().front(), "b/1.json 没有读取：自定义表样最多 200 份"));

  const Folders heavy;
  const std::size_t padding = form::max_definition_bytes - 1000;
  const std::size_t fit = max_own_form_bytes / padding;
  for (std::size_t number = 0; number <= fit; ++number) {
    const std::string edition = std::to_string(10 + number);
    heavy.drop("a/" + edition + ".json", small_form("a", edition) + std::string(padding, ' '));
  }
  library = heavy.load();
  CHECK(library.current()->offered().size() == fit + 1);
  REQUIRE(library.problems().size() == 1);
  CHECK(holds(library.problems().front(), "自定义表样合计最多 32 MB"));
}

TEST_CASE("A reload tells what is new, changed and gone") {
  const Folders folders;
  folders.drop("same/1.json", small_form("same", "1", "不变"));
  folders.drop("edited/1.json", small_form("edited", "1", "旧"));
  folders.drop("gone/1.json", small_form("gone", "1", "走"));
  FormLibrary library = folders.load();
  const auto before = library.current();
  folders.drop("same/1.json", small_form("same", "1", "不变") + "\n");
  folders.drop("edited/1.json", small_form("edited", "1", "新"));
  std::filesystem::remove(folders.own("gone/1.json"));
  folders.drop("base/2017.json", small_form("base", "2017", "本县"));
  folders.drop("fresh/1.json", small_form("fresh", "1", "来"));
  const FormChanges changes = library.reload();
  CHECK(titles(changes.added) == "来");
  CHECK(titles(changes.changed) == "本县 新");
  CHECK(titles(changes.gone) == "走");
  CHECK(changes.problems.empty());
  CHECK(library.current()->serving("gone", "2019") == nullptr);
  // Who began before goes on with what there was.
  CHECK(before->serving("gone", "2019")->form.title == "走");
  CHECK(before->serving("edited", "2019")->form.title == "旧");

  const FormChanges again = library.reload();
  CHECK((again.added.empty() && again.changed.empty() && again.gone.empty()));
}

TEST_CASE("A form that a reload finds broken stays what it was until it is mended or gone") {
  const Folders folders;
  folders.drop("town/1.json", small_form("town", "1", "原来"));
  FormLibrary library = folders.load();
  const auto reload_with = [&](const std::string& text) {
    folders.drop("town/1.json", text);
    return library.reload();
  };
  for (const std::string& broken : {std::string("{"), small_form("town", "2"), std::string(5'000'000, ' ')}) {
    const FormChanges changes = reload_with(broken);
    REQUIRE(changes.problems.size() == 1);
    CHECK(holds(changes.problems.front(), "改好之前，继续使用上次读到的内容。"));
    CHECK(changes.changed.empty());
    CHECK(library.current()->serving("town", "2019")->form.title == "原来");
  }
  CHECK(titles(reload_with(small_form("town", "1", "改好")).changed) == "改好");
  // An installed one, too: the service is running, and its administrator can mend it in peace.
  folders.install("base/2017.json", "{");
  CHECK(library.reload().problems.size() == 1);
  CHECK(library.current()->serving("base", "2019")->form.title == "随程序");
  std::filesystem::remove_all(folders.parent / "installed");
  CHECK(library.reload().problems.size() == 1);
  CHECK(offered(library) == "base/2017 town/1*");
  std::filesystem::remove_all(folders.parent / "data/forms");
  CHECK(library.reload().problems.size() == 3);
  CHECK(offered(library) == "base/2017 town/1*");
}

TEST_CASE("A form that a reload took away is known again when a report that began before it is stored") {
  const Folders folders;
  folders.drop("town/1.json", small_form("town", "1"));
  FormLibrary library = folders.load();
  const auto before = library.current();
  const StoredForm& form = *before->serving("town", "2019");
  std::filesystem::remove(folders.own("town/1.json"));
  library.reload();
  CHECK(library.current()->by_digest(form.form.digest) == nullptr);
  REQUIRE_FALSE(library.keep(form).has_value());
  REQUIRE(library.current()->by_digest(form.form.digest) != nullptr);
  CHECK(library.current()->by_digest(form.form.digest)->form.title == "自查表");
  CHECK(library.current()->serving("town", "2019") == nullptr);
  library.reload();
  CHECK(library.current()->by_digest(form.form.digest) != nullptr);
}

TEST_CASE("Forms are read and kept by many threads while they are reloaded") {
  const Folders folders;
  FormLibrary library = folders.load();
  std::atomic<bool> stops = false;
  std::atomic<int> misses = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 3; ++reader) {
    readers.emplace_back([&] {
      while (!stops) {
        const auto forms = library.current();
        const StoredForm* const form = forms->serving("base", "2019");
        if (form == nullptr || forms->by_digest(form->form.digest) != form || library.keep(*form)) ++misses;
      }
    });
  }
  for (int number = 0; number < 50; ++number) {
    folders.drop("base/2017.json", small_form("base", "2017", "第" + std::to_string(number) + "次"));
    library.reload();
  }
  stops = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(misses == 0);
  CHECK(library.current()->serving("base", "2019")->form.title == "第49次");
}

}  // namespace tianbao::store
