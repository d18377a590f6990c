// SPDX-License-Identifier: MIT
// Reads the head of an HTTP answer line by line, and tells what breaks the rules instead of repairing it.
#pragma once

#include "core/net/errorkind.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace rollcall {

/// The head of the final answer to one request; interim answers (RFC 9110, section 15.2) are read and
/// dropped. Bounded: an answer whose heads and trailers exceed maximumBytes is refused.
class ResponseHead
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    static constexpr qint64 maximumBytes = 256 * 1024;

    /// Takes the next line as it came, its end included. Returns None, MalformedResponse (RFC 9112) or
    /// HeadersTooLarge; after an error nothing more may be fed. Lines after the final head are trailers.
    ErrorKind takeLine(QByteArrayView line);
    /// What takeLine() objected to, in English.
    QString problem() const { return m_problem; }

    /// Whether a status line was read and its head has not ended yet.
    bool isReading() const { return m_state == State::InHead; }
    /// Whether the head of the final answer is there.
    bool isComplete() const { return m_state == State::Complete; }

    int status() const { return m_status; }
    const QByteArray &reason() const { return m_reason; }
    const QByteArray &httpVersion() const { return m_httpVersion; } ///< "1.0", "1.1" or "2"
    /// In the order of arrival, names as sent, folded lines unfolded.
    const QList<Field> &fields() const { return m_fields; }
    /// The same, but that a field which is repeated is one, a list with commas (RFC 9110, section 5.3);
    /// cookies are one a line.
    QList<Field> joinedFields() const;

private:
    enum class State { BeforeHead, InHead, Complete };

    ErrorKind takeStatusLine(QByteArrayView line);
    ErrorKind takeField(QByteArrayView line);
    ErrorKind takeEnd();
    ErrorKind checkFraming();
    ErrorKind malformed(QString problem);

    State m_state = State::BeforeHead;
    qint64 m_bytes = 0;
    int m_status = 0;
    QByteArray m_reason;
    QByteArray m_httpVersion;
    QList<Field> m_fields;
    QString m_problem;
};

/// The length that a Content-Length field announces (RFC 9110, section 8.6: a list of identical numbers
/// counts as one); none if it breaks the rules.
std::optional<qint64> contentLengthFromField(QByteArrayView value);

} // namespace rollcall
