// SPDX-License-Identifier: MIT
// One event that a person may want to hear of, as a plain value without secrets.
#pragma once

#include "core/check/reason.h"
#include "core/monitor/healthtracker.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace rollcall {

enum class AlertKind {
    Down,
    Up, ///< again
    Degraded,
    Certificate,     ///< ends soon
    ContentChanged,  ///< another body than before
    RedirectChanged, ///< leads elsewhere than before
    FlappingBegins,  ///< nothing is said of its ups and downs until it is steady
    FlappingEnds,
    OutageBegins, ///< of the own network: nobody is called down meanwhile
    OutageEnds,
    Test,
};

/// The word for \a kind in JSON and on the command line, for example "down" or "redirect-changed".
const char *slug(AlertKind kind);
/// The kind with this word.
std::optional<AlertKind> alertKindFromSlug(QByteArrayView slug);
/// All kinds, in the order of the enumeration.
std::span<const AlertKind> alertKinds();

/// What happened to which URL. Its texts hold no secret: see redacted().
struct Alert {
    Alert() = default;
    Alert(AlertKind alertKind, QDateTime when);

    AlertKind kind = AlertKind::Test;
    QByteArray id;                      ///< unique, for ever; the same each time the alert is delivered
    QDateTime at;                       ///< UTC, when it was noticed
    QDateTime since;                    ///< UTC, when the state that it tells of began; null: no state
    QString url;                        ///< empty: it concerns no URL
    QString name;                       ///< of the URL in its list, if it has one
    QString list;                       ///< the list's name
    QStringList tags;                   ///< of the URL
    Health previous = Health::Unknown;  ///< what was told before
    Reason reason;                      ///< why; its kind is None where there is no error
    int status = 0;                     ///< HTTP; 0: none
    std::optional<int> certificateDays; ///< whole days left
    QString detail;                     ///< what else there is to say, in English

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// What to call the URL of \a alert: its name, else itself.
QString subjectOf(const Alert &alert);
/// One line in English, for example "example.com is down".
QString alertTitle(const Alert &alert);
/// What is known beyond the title, in English: the reason, since when. May be empty.
QString alertText(const Alert &alert);

/// The fields of \a alert that are known: id, event, at, since, url, name, list, tags, previous, error,
/// message, status, days, detail.
QJsonObject alertToJson(const Alert &alert);
/// The reverse; what is missing or wrong is left empty.
Alert alertFromJson(const QJsonObject &object);

} // namespace rollcall
