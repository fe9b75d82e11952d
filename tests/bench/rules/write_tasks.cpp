// Writes what the participants of scripts/bench rules are given, as one JSON text.

#include <cstdio>

#include "shared/json/write.h"
#include "tests/bench/rules/tasks.h"

int main() {
  using namespace tianbao;
  const json::Value tasks = json::Array{bench::formula_task(), bench::rows_task(), bench::work_report_task(),
                                        bench::large_form_task()};
  std::puts(json::to_compact(tasks).c_str());
  return 0;
}
