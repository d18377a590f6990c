// SPDX-License-Identifier: MIT
// What is remembered of an earlier answer, to compare the next one with.
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace rollcall {

struct CheckResult;

/// The body of an earlier answer.
struct PreviousAnswer {
    PreviousAnswer() = default;
    PreviousAnswer(qint64 bytes, QByteArray sha256) : bodyBytes(bytes), bodySha256(std::move(sha256)) {}

    qint64 bodyBytes = 0;
    QByteArray bodySha256; ///< as in FetchResult

    friend bool operator==(const PreviousAnswer &, const PreviousAnswer &) = default;
};

/// By position in a list; what is absent, or beyond the end, is not known.
using PreviousAnswers = QList<std::optional<PreviousAnswer>>;

/// What \a result is compared by, if it is a good answer with a whole body: an error page, or the page of a
/// bot protection, says nothing about what is there otherwise.
std::optional<PreviousAnswer> previousAnswerOf(const CheckResult &result);

} // namespace rollcall
