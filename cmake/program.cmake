# A program that runs natively and, built by Emscripten, under Node: for what is compared or measured side by side.
function(tianbao_program NAME)
  add_executable(${NAME} ${ARGN})
  target_link_libraries(${NAME} PRIVATE tianbao_warnings test_support nlohmann_json)
  if(EMSCRIPTEN)
    target_link_options(${NAME} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1)
  endif()
endfunction()
