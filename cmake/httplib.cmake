# cpp-httplib is one header with everything in it: a file that includes it whole takes 12 s to compile. As its own split.py
# does (which would need Python), what lies between the two border lines is compiled once, and the rest is the header.
set(BORDER "// ----------------------------------------------------------------------------\n")
file(READ ${httplib_SOURCE_DIR}/httplib.h WHOLE)
string(LENGTH "${BORDER}" BORDER_LENGTH)
string(FIND "${WHOLE}" "${BORDER}" FROM)
string(FIND "${WHOLE}" "${BORDER}" TO REVERSE)
if(FROM EQUAL TO)
  message(FATAL_ERROR "cpp-httplib is no longer in two parts: see its split.py")
endif()
math(EXPR BODY "${FROM} + ${BORDER_LENGTH}")
math(EXPR BODY_LENGTH "${TO} - ${BODY}")
math(EXPR REST "${TO} + ${BORDER_LENGTH}")
string(SUBSTRING "${WHOLE}" 0 ${FROM} HEAD)
string(SUBSTRING "${WHOLE}" ${BODY} ${BODY_LENGTH} IMPLEMENTATION)
string(SUBSTRING "${WHOLE}" ${REST} -1 TAIL)
string(REPLACE "inline " "" IMPLEMENTATION "${IMPLEMENTATION}")

set(GENERATED ${CMAKE_CURRENT_BINARY_DIR}/httplib)
file(CONFIGURE OUTPUT ${GENERATED}/httplib.h CONTENT "${HEAD}${TAIL}" @ONLY)
# With the settings that everything else sees it with.
file(CONFIGURE OUTPUT ${GENERATED}/httplib.cc
     CONTENT "#include \"server/http/library.h\"\nnamespace httplib {\n${IMPLEMENTATION}}\n" @ONLY)
add_library(httplib STATIC ${GENERATED}/httplib.cc)
target_include_directories(httplib SYSTEM PUBLIC ${GENERATED})
target_include_directories(httplib PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(httplib PUBLIC Threads::Threads)
