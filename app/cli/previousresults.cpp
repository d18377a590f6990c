// SPDX-License-Identifier: MIT
#include "app/cli/previousresults.h"

#include "core/check/checkresult.h"
#include "core/reports/jsonlreader.h"
#include "core/url/redact.h"

#include <QFile>
#include <QHash>

#include <deque>

namespace rollcall::cli {

namespace {

/// By the URL as a report shows it.
using AnswersByUrl = QHash<QByteArray, std::deque<std::optional<PreviousAnswer>>>;

PreviousAnswers inOrderOf(const UrlList &list, AnswersByUrl known)
{
    PreviousAnswers answers;
    answers.reserve(list.size());
    for (const UrlEntry &entry : list) {
        answers.append(std::nullopt);
        const auto found = known.find(redacted(entry.url));
        if (found == known.end() || found->empty())
            continue;
        answers.back() = std::move(found->front());
        found->pop_front();
    }
    return answers;
}

} // namespace

std::variant<PreviousAnswers, QString> loadPreviousAnswers(const QString &path, const UrlList &list)
{
    QFile file(path);
    if (!file.exists())
        return PreviousAnswers();
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("Cannot open \"%1\": %2.").arg(path, file.errorString());
    JsonlReader reader(file);
    AnswersByUrl known;
    while (const std::optional<ReadResult> read = reader.next()) {
        if (const auto *rejected = std::get_if<RejectedResult>(&*read))
            return QStringLiteral("\"%1\", line %2, is no result of an earlier check: %3")
                .arg(path)
                .arg(rejected->line)
                .arg(rejected->reason);
        const auto &result = std::get<CheckResult>(*read);
        known[redacted(result.url)].push_back(previousAnswerOf(result));
    }
    if (!reader.error().isEmpty())
        return QStringLiteral("Cannot read \"%1\": %2.").arg(path, reader.error());
    return inOrderOf(list, std::move(known));
}

} // namespace rollcall::cli
