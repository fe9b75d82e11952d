# The warnings every target of our own is built with; they are errors, so a warning never lands.
add_library(tianbao_warnings INTERFACE)
target_compile_options(tianbao_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
                                                  -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105651: false alarms on `std::string + std::string` at -O2 and above.
  target_compile_options(tianbao_warnings INTERFACE -Wno-restrict)
endif()
