# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, by the rules of the freedesktop.org desktops.
include(GNUInstallDirs)

install(TARGETS rollcall rollcall-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES resources/rollcall.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/man/rollcall-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES resources/systemd/rollcall-watch@.service DESTINATION lib/systemd/user)
install(FILES resources/man/rollcall.1 resources/man/rollcall-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES resources/icons/rollcall.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
foreach(size 16 32 48 64 128 256)
    install(FILES resources/icons/rollcall-${size}.png
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps
        RENAME rollcall.png)
endforeach()
install(FILES resources/metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo RENAME rollcall.metainfo.xml)
