# Where other people's code comes from. scripts/install unpacks the pinned releases (version and SHA-256 in
# scripts/dependencies.lock) below build/dependencies; a machine without them, but with the internet, fetches the same
# release tags here. Nothing is vendored.
include(FetchContent)

set(TIANBAO_DEPENDENCIES ${PROJECT_SOURCE_DIR}/build/dependencies CACHE PATH "Where scripts/install unpacked the dependencies")

function(tianbao_dependency NAME FOLDER REPOSITORY TAG)
  string(TOUPPER ${NAME} UPPER)
  if(NOT FETCHCONTENT_SOURCE_DIR_${UPPER} AND EXISTS ${TIANBAO_DEPENDENCIES}/${FOLDER})
    set(FETCHCONTENT_SOURCE_DIR_${UPPER} ${TIANBAO_DEPENDENCIES}/${FOLDER} CACHE PATH "Source of ${FOLDER}")
  endif()
  FetchContent_Declare(${NAME} GIT_REPOSITORY ${REPOSITORY} GIT_TAG ${TAG} GIT_SHALLOW TRUE)
endfunction()

tianbao_dependency(nlohmann_json nlohmann-json https://github.com/nlohmann/json.git v3.11.2)
tianbao_dependency(httplib cpp-httplib https://github.com/yhirose/cpp-httplib.git v0.41.0)
tianbao_dependency(catch2 catch2 https://github.com/catchorg/Catch2.git v3.7.1)
tianbao_dependency(imgui imgui https://github.com/ocornut/imgui.git v1.92.2b)

# Only the sources are wanted: each dependency is built by the few lines below, natively and with Emscripten alike, and
# never by its own build files.
function(tianbao_populate NAME)
  FetchContent_GetProperties(${NAME})
  if(NOT ${NAME}_POPULATED)
    FetchContent_Populate(${NAME})
  endif()
  set(${NAME}_SOURCE_DIR ${${NAME}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

tianbao_populate(nlohmann_json)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_json_SOURCE_DIR}/include)

if(NOT EMSCRIPTEN)
  find_package(ZLIB REQUIRED)
endif()
