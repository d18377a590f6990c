// SPDX-License-Identifier: MIT
// What the fault server needs from the system's sockets beyond Qt: resets, and ports that nobody answers.
#pragma once

#include <QByteArray>

#include <QtGlobal>

#include <vector>

namespace rollcall::test {

/// Makes the end of this connected socket a TCP reset instead of an orderly one.
void resetOnClose(qintptr descriptor);

/// A port on 127.0.0.1 that refuses connections. It is bound, and never listened on, for the life of the
/// process, so that nobody else gets it meanwhile. Always the same one; 0 when the system gave none.
quint16 refusedPort();

/// A port on 127.0.0.1 that accepts nothing: its backlog is full, so further connects hang until their
/// time-out.
class BlackHole
{
public:
    /// Fills the backlog, which takes well under a second.
    BlackHole();
    ~BlackHole();
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;

    /// Whether a connect was seen to hang. False where the system does not work that way.
    bool isReady() const { return m_ready; }
    quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    quint16 m_port = 0;
    bool m_ready = false;
    std::vector<int> m_fillers;
};

} // namespace rollcall::test
