# A text file as a function of the program: std::string_view tianbao::NAME(), declared in HEADER. Its source file is added to
# EMBEDDED_SOURCES. GCC takes literals of any length; nothing in a text may read as the end of one.
function(tianbao_embed FILE HEADER NAME)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${FILE})
  file(READ ${FILE} TEXT)
  get_filename_component(STEM ${FILE} NAME)
  set(SOURCE ${CMAKE_CURRENT_BINARY_DIR}/embedded/${STEM}.cpp)
  file(CONFIGURE OUTPUT ${SOURCE} @ONLY CONTENT [=[
#include "@HEADER@"

std::string_view tianbao::@NAME@() {
  return R"tianbao(@TEXT@)tianbao";
}
]=])
  set(EMBEDDED_SOURCES ${EMBEDDED_SOURCES} ${SOURCE} PARENT_SCOPE)
endfunction()
