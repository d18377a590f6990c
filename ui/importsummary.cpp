// SPDX-License-Identifier: MIT
#include "ui/importsummary.h"

#include "ui/format.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QStringList>

namespace rollcall {

namespace {

class ImportSummary
{
    Q_DECLARE_TR_FUNCTIONS(ImportSummary)
};

// More sentences than these would push the table away.
constexpr qsizetype maximumErrors = 3;

QString addedSentence(const ImportOutcome &outcome)
{
    const qint64 count = outcome.added.size();
    const QString added =
        ImportSummary::tr("%1 URL(s) added", nullptr, pluralNumber(count)).arg(formatCount(count));
    const QString duplicates = ImportSummary::tr("%1 duplicate(s)", nullptr, pluralNumber(outcome.duplicates))
                                   .arg(formatCount(outcome.duplicates));
    const QString lines = ImportSummary::tr("%1 line(s)", nullptr, pluralNumber(outcome.skippedCount))
                              .arg(formatCount(outcome.skippedCount));
    if (outcome.duplicates > 0 && outcome.skippedCount > 0)
        return ImportSummary::tr("%1, %2 and %3 skipped.").arg(added, duplicates, lines);
    if (outcome.duplicates > 0 || outcome.skippedCount > 0)
        return ImportSummary::tr("%1, %2 skipped.").arg(added, outcome.duplicates > 0 ? duplicates : lines);
    return ImportSummary::tr("%1.").arg(added);
}

QStringList errorSentences(const ImportOutcome &outcome)
{
    QStringList sentences;
    for (const ImportError &error : outcome.errors.first(std::min(maximumErrors, outcome.errors.size())))
        sentences.append(importErrorSentence(error));
    if (const qint64 more = outcome.errors.size() - maximumErrors; more > 0) {
        sentences.append(ImportSummary::tr("%1 more could not be read.", nullptr, pluralNumber(more))
                             .arg(formatCount(more)));
    }
    return sentences;
}

// Of the lines of a kind that are not told one by one there is the number.
QString notTold(const ImportOutcome &outcome)
{
    const qint64 more = outcome.skippedCount - outcome.skipped.size() + outcome.duplicates -
                        outcome.known.size() - outcome.repeated.size();
    return more > 0 ? ImportSummary::tr("Not shown one by one: %1.").arg(formatCount(more)) : QString();
}

} // namespace

QString importPreviewSummary(const ImportOutcome &outcome)
{
    QStringList sentences = errorSentences(outcome);
    sentences.append(ImportSummary::tr("New: %1. Duplicates: %2. No URLs: %3.")
                         .arg(formatCount(outcome.added.size()), formatCount(outcome.duplicates),
                              formatCount(outcome.skippedCount)));
    if (const QString more = notTold(outcome); !more.isEmpty())
        sentences.append(more);
    return sentences.join(QLatin1Char(' '));
}

QString importSummary(const ImportOutcome &outcome)
{
    QStringList sentences = errorSentences(outcome);
    const bool readNothing = outcome.added.isEmpty() && outcome.duplicates == 0 && outcome.skippedCount == 0;
    if (sentences.isEmpty() || !readNothing)
        sentences.append(addedSentence(outcome));
    return sentences.join(QLatin1Char(' '));
}

} // namespace rollcall
