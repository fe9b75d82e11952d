// How long the check after a keystroke takes in the largest form in sight (500 questions, 500 rows of 20
// cells, 500 rules), and beside it the full check of the same document, natively or (the same source under
// Emscripten) in WASM.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/incremental.h"
#include "tests/support/large_form.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;
using Clock = std::chrono::steady_clock;

/// Median of the times of single runs: the median shrugs off what else the machine does.
template <typename Run>
double median_us(std::size_t runs, Run run) {
  std::vector<double> times_us;
  for (std::size_t i = 0; i < runs; ++i) {
    const Clock::time_point start = Clock::now();
    run(i);
    const std::chrono::duration<double, std::micro> elapsed = Clock::now() - start;
    times_us.push_back(elapsed.count());
  }
  const auto middle = times_us.begin() + static_cast<std::ptrdiff_t>(runs / 2);
  std::nth_element(times_us.begin(), middle, times_us.end());
  return *middle;
}

void print_row(std::string_view what, double time_us) {
  std::printf("| %-58s | %10.1f |\n", std::string(what).c_str(), time_us);
}

/// Types two texts in turn into one cell.
void measure_typing(std::string_view what, document::Document document, std::string_view address,
                    std::string_view first, std::string_view second) {
  const form::Form& form = testing::large_form();
  const check::Change change{testing::field_index(form, address)};
  check::IncrementalCheck checked;
  checked.restart(form, document, document.context);
  const document::Cell cells[] = {document::read_cell(form.fields[change.field], first),
                                  document::read_cell(form.fields[change.field], second)};
  print_row(what, median_us(401, [&](std::size_t run) {
              document.cells[change.field] = cells[run % 2];
              checked.update(form, document, document.context, {&change, 1});
            }));
}

}  // namespace

int main() {
  const Clock::time_point start = Clock::now();
  const form::Form& form = testing::large_form();
  const std::chrono::duration<double, std::micro> loading = Clock::now() - start;
  std::printf(
      "| %-58s | %10s |\n|%s|------------|\n",
      (std::to_string(form.fields.size()) + " fields, " + std::to_string(form.rules.size()) + " rules")
          .c_str(),
      "us", "------------------------------------------------------------");
  print_row("making the form's text and loading it, once", loading.count());
  const document::Document blank = testing::blank_large_report();
  const document::Document filled = testing::filled_large_report();
  std::size_t sink = 0;
  for (const document::Document* const document : {&blank, &filled}) {
    const double time_us = median_us(
        21, [&](std::size_t) { sink += check::check(form, *document, document->context).findings.size(); });
    print_row(document == &blank ? "blank report: full check" : "filled report: full check", time_us);
  }
  measure_typing("filled report: keystroke in a figure", filled, "t2.r50_c7", "12", "125");
  measure_typing("filled report: keystroke in a total (its share follows)", filled, "t2.r50_c18", "216", "2");
  measure_typing("filled report: is a question asked, four hang on it", filled, "q.q0", "是", "否");
  measure_typing("blank report: first keystroke in the first cell, and back", blank, "q.q0", "是", "");
  measure_typing("blank report: first keystroke in the last row, and back", blank, "t4.r99_c0", "1", "");
  return sink == 0 ? 1 : 0;
}
