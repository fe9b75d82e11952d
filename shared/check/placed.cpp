#include "shared/check/placed.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "shared/sort.h"

namespace tianbao::check {
namespace {

/// The positions of what stands at that place.
void add_positions(const std::vector<Place>& places, Place place, std::vector<std::size_t>& positions) {
  for (auto each = std::lower_bound(places.begin(), places.end(), place);
       each != places.end() && *each == place; ++each) {
    positions.push_back(static_cast<std::size_t>(each - places.begin()));
  }
}

void append(Placed& placed, Finding finding, Place place) {
  placed.findings.push_back(std::move(finding));
  placed.places.push_back(place);
}

/// Puts `items` in the stead of those from `first` up to `last`. What stands behind moves once, and not at
/// all when there are as many.
template <typename Item>
void put(std::vector<Item>& all, std::size_t first, std::size_t last, std::vector<Item> items) {
  const auto place = [&all](std::size_t position) {
    return all.begin() + static_cast<std::ptrdiff_t>(position);
  };
  const std::size_t size = all.size();
  const std::size_t new_last = first + items.size();
  if (new_last > last) {
    all.resize(size + new_last - last);
    std::move_backward(place(last), place(size), all.end());
  } else if (new_last < last) {
    std::move(place(last), all.end(), place(new_last));
    all.resize(size + new_last - last);
  }
  std::move(items.begin(), items.end(), place(first));
}

/// Takes out those at `gone`, which ascend, and puts in what is new. One of the two may be empty.
void exchange(Placed& standing, const std::vector<std::size_t>& gone, Placed fresh) {
  const auto begin = standing.places.begin();
  const auto end = standing.places.end();
  std::size_t first = standing.places.size();
  std::size_t last = 0;
  if (!gone.empty()) {
    first = gone.front();
    last = gone.back() + 1;
  }
  if (!fresh.places.empty()) {
    const auto front = std::upper_bound(begin, end, fresh.places.front());
    const auto back = std::upper_bound(begin, end, fresh.places.back());
    first = std::min(first, static_cast<std::size_t>(front - begin));
    last = std::max(last, static_cast<std::size_t>(back - begin));
  }
  Placed between;
  auto next_gone = gone.begin();
  std::size_t next_fresh = 0;
  const auto take_fresh = [&] {
    append(between, std::move(fresh.findings[next_fresh]), fresh.places[next_fresh]);
    ++next_fresh;
  };
  for (std::size_t position = first; position < last; ++position) {
    if (next_gone != gone.end() && *next_gone == position) {
      ++next_gone;
      continue;
    }
    while (next_fresh < fresh.places.size() && fresh.places[next_fresh] < standing.places[position]) {
      take_fresh();
    }
    append(between, std::move(standing.findings[position]), standing.places[position]);
  }
  while (next_fresh < fresh.places.size()) take_fresh();
  put(standing.findings, first, last, std::move(between.findings));
  put(standing.places, first, last, std::move(between.places));
}

}  // namespace

void replace(Placed& standing, const std::vector<Place>& looked_at, Placed fresh) {
  std::vector<std::size_t> old;
  for (const Place& place : looked_at) add_positions(standing.places, place, old);
  sort_items(old, std::less<>());
  // What stays where it was is replaced there; the others make the rest move.
  std::vector<std::size_t> gone;
  Placed come;
  auto next_old = old.begin();
  for (std::size_t index = 0; index < fresh.places.size(); ++index) {
    const Place& place = fresh.places[index];
    while (next_old != old.end() && standing.places[*next_old] < place) gone.push_back(*next_old++);
    if (next_old != old.end() && standing.places[*next_old] == place) {
      standing.findings[*next_old++] = std::move(fresh.findings[index]);
    } else {
      append(come, std::move(fresh.findings[index]), place);
    }
  }
  gone.insert(gone.end(), next_old, old.end());
  if (!gone.empty() || !come.places.empty()) exchange(standing, gone, std::move(come));
}

}  // namespace tianbao::check
