# A program that runs natively and, built by Emscripten, under Node: for what is compared or measured side by side.
function(tianbao_program NAME)
  add_executable(${NAME} ${ARGN})
  target_link_libraries(${NAME} PRIVATE tianbao_warnings test_support nlohmann_json)
  if(EMSCRIPTEN)
    target_link_options(${NAME} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1)
  endif()
endfunction()

# Inside the WASM build that ships, a program has what the client has: the browser's reader of numbers in place of the C
# library's, and no printf.
function(tianbao_program_as_it_ships NAME)
  if(EMSCRIPTEN AND NOT TIANBAO_WASM_TESTS)
    target_sources(${NAME} PRIVATE ${PROJECT_SOURCE_DIR}/wasm/browser/numbers.cpp
                                   ${PROJECT_SOURCE_DIR}/wasm/browser/no_printf.cpp)
    set(WEB ${PROJECT_SOURCE_DIR}/wasm/web)
    target_link_options(${NAME} PRIVATE "SHELL:--pre-js ${WEB}/namespace.js" "SHELL:--pre-js ${WEB}/numbers.js"
                        "SHELL:--pre-js ${PROJECT_SOURCE_DIR}/tests/support/host.js")
  endif()
endfunction()
