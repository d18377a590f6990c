# SPDX-License-Identifier: MIT
# The compile options that every target of the project shares: link rollcall_options to get them.
add_library(rollcall_options INTERFACE)
target_compile_features(rollcall_options INTERFACE cxx_std_20)
target_include_directories(rollcall_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(rollcall_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
    ROLLCALL_VERSION="${PROJECT_VERSION}")
target_compile_options(rollcall_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow
    $<$<BOOL:${ROLLCALL_WERROR}>:-Werror>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
    # clang 14 implements std::coroutine_traits without announcing it.
    target_compile_options(rollcall_options INTERFACE -Wno-unknown-warning-option)
endif()

if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The sources of a unity build are included, so that GCC takes what is theirs alone for a header's.
    target_compile_options(rollcall_options INTERFACE -Wno-subobject-linkage)
endif()

if(ROLLCALL_SANITIZE)
    target_compile_options(rollcall_options INTERFACE
        -fsanitize=${ROLLCALL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(rollcall_options INTERFACE -fsanitize=${ROLLCALL_SANITIZE})
endif()

# What a program links beside its rooms: a quicker malloc() and new for all of it, libraries included. The sanitizers
# have allocators of their own.
add_library(rollcall_allocator INTERFACE)
if(TARGET mimalloc AND NOT ROLLCALL_SANITIZE)
    target_link_libraries(rollcall_allocator INTERFACE mimalloc)
endif()

# A library that many programs of the tree link. Shared, each test is small and soon linked; static, the installed
# programs stand alone. All names are visible either way, and the compile options equal.
if(ROLLCALL_SHARED_ROOMS)
    set(ROLLCALL_LIBRARY_TYPE SHARED)
else()
    set(ROLLCALL_LIBRARY_TYPE STATIC)
endif()
function(rollcall_add_library name)
    qt_add_library(${name} ${ROLLCALL_LIBRARY_TYPE} ${ARGN})
    set_target_properties(${name} PROPERTIES AUTOMOC ON DEFINE_SYMBOL "")
    if(ROLLCALL_SHARED_ROOMS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # clang's sanitizers are in the program alone
        target_link_options(${name} PRIVATE LINKER:--no-undefined)
    endif()
endfunction()

# A room of the house: a library named rollcall_<room> with explicit sources.
function(rollcall_add_room room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    rollcall_add_library(rollcall_${room} ${arg_SOURCES})
    target_link_libraries(rollcall_${room} PUBLIC rollcall_options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
