// How long a full check of the work report takes, natively or (the same source under Emscripten) in WASM.
// Beside it, in the same run and over the same document: nlohmann's DOM parse of its JSON, a yardstick that
// everybody knows, because machines differ and drift.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "shared/check/check.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;
using Clock = std::chrono::steady_clock;

constexpr int batches = 41;
constexpr int runs_per_batch = 100;

/// Median over the batches of the time of one run: the median shrugs off what else the machine does.
template <typename Run>
double median_us(Run run) {
  std::vector<double> times_us;
  for (int batch = 0; batch < batches; ++batch) {
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < runs_per_batch; ++i) run();
    const std::chrono::duration<double, std::micro> elapsed = Clock::now() - start;
    times_us.push_back(elapsed.count() / runs_per_batch);
  }
  std::nth_element(times_us.begin(), times_us.begin() + batches / 2, times_us.end());
  return times_us[batches / 2];
}

}  // namespace

int main() {
  const form::Form& form = testing::work_report();
  std::printf("| %-52s | %10s | %22s |\n|%s|\n", "work report 2017", "µs", "of the yardstick",
              "------------------------------------------------------|------------|------------------------");
  for (const char* const name : {"dongkou-2019", "gaohang-2017"}) {
    document::Document report = testing::published_report(name);
    report.context = {"2020-01-20",
                      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", ""},
                      document::PriorKnown::present,
                      {"2018", report.cells},
                      testing::all_regions()};
    const std::string text = json::to_compact(document::write(report, form));
    std::size_t sink = 0;
    const double yardstick_us = median_us([&] { sink += nlohmann::json::parse(text).size(); });
    const double check_us =
        median_us([&] { sink += check::check(form, report, report.context).findings.size(); });
    const double digest_us = median_us([&] { sink += document::digest(report, form).size(); });
    const auto row = [yardstick_us](const std::string& what, double time_us) {
      std::printf("| %-50s | %10.1f | %20.2f x |\n", what.c_str(), time_us, time_us / yardstick_us);
    };
    row(std::string(name) + ": full check", check_us);
    row(std::string(name) + ": digest", digest_us);
    row(std::string(name) + ": nlohmann parse (yardstick)", yardstick_us);
    if (sink == 0) return 1;
  }
  return 0;
}
