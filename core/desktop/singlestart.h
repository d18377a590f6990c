// SPDX-License-Identifier: MIT
// Lets a second start of the program hand its work to the first one.
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QLocalSocket;
QT_END_NAMESPACE

namespace rollcall {

/// What a start was asked for.
struct StartRequest {
    StartRequest() = default;
    StartRequest(QStringList listPaths, bool startsCheck) : lists(std::move(listPaths)), checks(startsCheck)
    {
    }

    QStringList lists; ///< absolute, so that they mean the same to a program in another folder
    bool checks = false;
    bool isHidden = false;      ///< no window is to come up: the tray has it
    QByteArray activationToken; ///< by which Wayland lets the first window come to the front; may be empty

    friend bool operator==(const StartRequest &, const StartRequest &) = default;
};

/// One running program for each profile. Which one is the first is decided by a lock file, which the system
/// gives back however the program ends; requests go through a socket that only this person can open.
class SingleStart : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        First,      ///< goes on, and hears of later ones through requested()
        Second,     ///< has handed its request over, and is to end
        Unanswered, ///< there is a first one, which does not answer; nothing of the profile may be used
    };

    /// \a profileFolder is what two programs must not share, and where the lock is; it is made if it is
    /// missing.
    explicit SingleStart(const QString &profileFolder, QObject *parent = nullptr);
    ~SingleStart() override;

    /// Becomes the first, or hands \a request to the first one and waits up to \a patience for its answer.
    /// Called once, before anything of the profile is used.
    Role start(const StartRequest &request, std::chrono::milliseconds patience);

    /// The socket, for a person who looks for it in a log.
    const QString &socketPath() const { return m_socketPath; }

Q_SIGNALS:
    /// A later start has been asked for this.
    void requested(const rollcall::StartRequest &request);

private:
    void listen();
    bool handOver(const StartRequest &request, std::chrono::milliseconds patience) const;
    void accept();
    void read(QLocalSocket *socket);

    QString m_folder;
    QString m_socketPath;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace rollcall
