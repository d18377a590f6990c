# SPDX-License-Identifier: MIT
# Sets ROLLCALL_CURL_FOUND when the exact engine can be built, and ROLLCALL_CURL_STATUS, a phrase for the summary.
set(ROLLCALL_CURL_FOUND OFF)
if(NOT ROLLCALL_WITH_CURL)
    set(ROLLCALL_CURL_STATUS "off: ROLLCALL_WITH_CURL is OFF, Qt's own engine is used")
    return()
endif()

# 7.85 has CURLOPT_PROTOCOLS_STR. Builds on other TLS libraries are turned down at run time, too: they read the
# authorities anew for each connection, and do not say why a certificate is refused.
find_package(CURL 7.85 QUIET)
find_package(OpenSSL 3.0 QUIET)
if(CURL_FOUND AND OPENSSL_FOUND)
    set(ROLLCALL_CURL_FOUND ON)
    set(ROLLCALL_CURL_STATUS "on (libcurl ${CURL_VERSION_STRING}, OpenSSL ${OPENSSL_VERSION})")
elseif(CURL_FOUND)
    set(ROLLCALL_CURL_STATUS "off: OpenSSL 3.0 not found, Qt's own engine is used")
else()
    set(ROLLCALL_CURL_STATUS "off: libcurl 7.85 not found, Qt's own engine is used")
endif()
