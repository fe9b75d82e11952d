# build/regions.json: the codes of administrative divisions, made of the npm package of assets/regions when the build is
# configured. The server carries it in itself; the client asks the server for the provinces that it needs.
find_program(NODE node REQUIRED)
set(TIANBAO_REGIONS ${PROJECT_SOURCE_DIR}/build/regions.json)
set(REGIONS_FOLDER ${PROJECT_SOURCE_DIR}/assets/regions)
set(REGIONS_SCRIPT ${PROJECT_SOURCE_DIR}/scripts/write-regions.mjs)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${REGIONS_SCRIPT} ${REGIONS_FOLDER}/package-lock.json)
execute_process(COMMAND ${NODE} ${REGIONS_SCRIPT} ${REGIONS_FOLDER} ${TIANBAO_REGIONS} COMMAND_ERROR_IS_FATAL ANY)
