// The truth tables of logic.h, blank and unread cells, and which error wins.
#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

const std::vector<Cell> cells = {
    {"t", Type::boolean, boolean(true)},
    {"f", Type::boolean, boolean(false)},
    {"blank", Type::boolean, blank()},
    {"unread", Type::boolean, unread()},
    {"unknown", Type::boolean, unknown()},
    {"release.total", Type::decimal, number("16965")},
    {"release.news", Type::decimal, blank()},
    {"release.overview", Type::decimal, unread()},
    {"prior.release.total", Type::decimal, unknown()},
    {"media.followers", Type::decimal, none_number()},
    {"media.name", Type::string, none_text()},
};

const std::string no_such_key = "error no_such_key";
const std::string unread_error = "error unread";
const std::string unknown_error = "error unknown";

}  // namespace

TEST_CASE("&& absorbs errors beside false, and a blank gives way to any other error") {
  check_cases(
      {
          {"t && t", "true"},
          {"t && f", "false"},
          {"t && blank", no_such_key},
          {"t && unread", unread_error},
          {"t && unknown", unknown_error},
          {"f && t", "false"},
          {"f && f", "false"},
          {"f && blank", "false"},
          {"f && unread", "false"},
          {"f && unknown", "false"},
          {"blank && t", no_such_key},
          {"blank && f", "false"},
          {"blank && blank", no_such_key},
          {"blank && unread", unread_error},
          {"blank && unknown", unknown_error},
          {"unread && t", unread_error},
          {"unread && f", "false"},
          {"unread && blank", unread_error},
          {"unread && unread", unread_error},
          {"unread && unknown", unread_error},
          {"unknown && t", unknown_error},
          {"unknown && f", "false"},
          {"unknown && blank", unknown_error},
          {"unknown && unread", unknown_error},
          {"unknown && unknown", unknown_error},
          {"blank && blank && unread && unknown", unread_error},
          {"blank && unread && f", "false"},
          {"blank && 1 / 0 == 0", "error divide_by_zero"},
      },
      cells);
}

TEST_CASE("|| absorbs errors beside true, and a blank gives way to any other error") {
  check_cases(
      {
          {"t || t", "true"},
          {"t || f", "true"},
          {"t || blank", "true"},
          {"t || unread", "true"},
          {"t || unknown", "true"},
          {"f || t", "true"},
          {"f || f", "false"},
          {"f || blank", no_such_key},
          {"f || unread", unread_error},
          {"f || unknown", unknown_error},
          {"blank || t", "true"},
          {"blank || f", no_such_key},
          {"blank || blank", no_such_key},
          {"blank || unread", unread_error},
          {"blank || unknown", unknown_error},
          {"unread || t", "true"},
          {"unread || f", unread_error},
          {"unread || blank", unread_error},
          {"unread || unread", unread_error},
          {"unread || unknown", unread_error},
          {"unknown || t", "true"},
          {"unknown || f", unknown_error},
          {"unknown || blank", unknown_error},
          {"unknown || unread", unknown_error},
          {"blank || unknown || unread || f", unknown_error},
          {"blank || unread || t", "true"},
      },
      cells);
}

TEST_CASE("?: looks only at the branch that is chosen") {
  check_cases(
      {
          {"t ? 1 : 1 / 0", "int 1"},
          {"f ? 1 / 0 : 2", "int 2"},
          {"t ? blank : t", no_such_key},
          {"f ? t : unread", unread_error},
          {"blank ? t : unread", no_such_key},
          {"unread ? t : blank", unread_error},
          {"unknown ? 1 : 2", unknown_error},
          {"!blank", no_such_key},
          {"!unread", unread_error},
          {"!!unknown", unknown_error},
      },
      cells);
}

TEST_CASE("operators and calls end in the left one of their errors") {
  check_cases(
      {
          {"release.news + release.overview", no_such_key},
          {"release.overview + release.news", unread_error},
          {"release.overview > release.news", unread_error},
          {"release.news == release.overview", no_such_key},
          {"release.total == release.total + release.news", no_such_key},
          {"1 / 0 + release.news", "error divide_by_zero"},
          {"release.news in [release.overview]", no_such_key},
          {"release.total in [release.news, release.overview]", no_such_key},
          {"sum([release.total, release.overview, release.news])", unread_error},
          {"max(release.news, release.overview)", no_such_key},
          {"day(release.total, release.overview, release.news)", unread_error},
          {"-release.news", no_such_key},
          {"[1, 2][release.overview]", unread_error},
          {"size([release.news])", no_such_key},
          {"host(release.news == 0 ? 'a' : 'b')", no_such_key},
      },
      cells);
}

TEST_CASE("has() tells what is entered, readable or not, from what is blank") {
  check_cases(
      {
          {"has(release.total)", "true"},
          {"has(release.news)", "false"},
          {"has(release.overview)", "true"},
          {"has(prior.release.total)", unknown_error},
          {"has(media.followers)", "true"},
          {"has(media.name)", "true"},
          {"has(t)", "true"},
          {"has(blank)", "false"},
          {"!has(release.news) || release.news == 0", "true"},
          {"has(release.news) && release.news == 0", "false"},
          {"has(release.news) ? release.news : 0", "decimal 0"},
      },
      cells);
}

TEST_CASE("none() tells 无 from zero, from blank and from an empty text") {
  check_cases(
      {
          {"none(media.followers)", "true"},
          {"media.followers == 0", "true"},
          {"none(media.name)", "true"},
          {"media.name == ''", "true"},
          {"none(release.total)", "false"},
          {"none(release.news)", "false"},
          {"none(release.overview)", "false"},
          {"none(prior.release.total)", unknown_error},
          {"has(media.name) && !none(media.name)", "false"},
      },
      cells);
}

}  // namespace tianbao::expression::testing
