#include "wasm/screen/save_status.h"

namespace tianbao::screen {
namespace {

const app::Draft& open_draft(const app::State& state) {
  return *app::find_draft(state, state.report->key);
}

}  // namespace

bool has_pending_submission(const app::State& state) {
  return !open_draft(state).pending.is_null();
}

std::string save_status(const app::State& state) {
  const app::Report& report = *state.report;
  const app::Draft& draft = open_draft(state);
  if (report.local_save == app::LocalSave::failed) {
    return "本机没能保存（存储已满或被禁用），请马上用“保存到文件”留存。";
  }
  if (report.local_save == app::LocalSave::elsewhere) {
    return "本页只能查看，不再保存。";
  }
  if (!report.refusal.empty()) return report.refusal + " 内容保存在本机。";
  if (has_pending_submission(state)) {
    return app::is_offline(state) || !state.signed_in ? "待发送：提交已保存在本机，连上服务器后自动发送。"
                                                      : "正在提交……";
  }
  if (app::is_offline(state)) return "网络不通，内容保存在本机。";
  // Nothing has been changed on this device: what stands there, if anything, came from the server.
  if (draft.document.is_null() && draft.parent.empty()) return "还没有填写内容。";
  return draft.unsent ? "已保存在本机。" : "已保存到服务器。";
}

Tone save_status_tone(const app::State& state) {
  const app::Report& report = *state.report;
  if (report.local_save == app::LocalSave::failed || report.local_save == app::LocalSave::elsewhere ||
      !report.refusal.empty())
    return Tone::error;
  if (app::is_offline(state) || has_pending_submission(state)) return Tone::warning;
  return Tone::muted;
}

}  // namespace tianbao::screen
