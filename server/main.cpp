#include <iostream>

#include "server/command/command.h"

int main(int argument_count, char** arguments) {
  using tianbao::command::Arguments;
  const Arguments given(arguments + (argument_count > 0 ? 1 : 0), arguments + argument_count);
  const int code = tianbao::command::run(given, {std::cout, std::cerr});
  // A full disk behind `> page.html` must not look like success.
  std::cout.flush();
  return std::cout ? code : tianbao::command::exit_unreadable;
}
