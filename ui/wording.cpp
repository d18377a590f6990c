// SPDX-License-Identifier: MIT
#include "ui/wording.h"

#include "core/net/errorkind.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : sentence + QStringLiteral(" (%1)").arg(detail);
}

} // namespace

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return Wording::tr("OK");
    case Outcome::Warning:
        return Wording::tr("Warning");
    case Outcome::Failed:
        return Wording::tr("Failed");
    case Outcome::Cancelled:
        return Wording::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString errorTitle(ErrorKind kind)
{
    if (kind == ErrorKind::None)
        return {};
    return QCoreApplication::translate("ErrorKind", errorKindInfo(kind).title);
}

QString errorSentence(const CheckResult &result)
{
    QStringList sentences;
    for (const Reason &reason : reasonsOf(result))
        sentences.append(withDetail(
            QCoreApplication::translate("ErrorKind", errorKindInfo(reason.kind).sentence), reason.detail));
    return sentences.join(u' ');
}

QString formatWord(const QString &formatName)
{
    // Those that are no names, for the translators.
    static constexpr std::array words = {
        QT_TRANSLATE_NOOP("ListFormat", "bookmarks"),
        QT_TRANSLATE_NOOP("ListFormat", "table"),
        QT_TRANSLATE_NOOP("ListFormat", "feed"),
        QT_TRANSLATE_NOOP("ListFormat", "Prometheus targets"),
        QT_TRANSLATE_NOOP("ListFormat", "Prometheus targets (YAML)"),
        QT_TRANSLATE_NOOP("ListFormat", "web page"),
        QT_TRANSLATE_NOOP("ListFormat", "JSON lines"),
        QT_TRANSLATE_NOOP("ListFormat", "plain text"),
        QT_TRANSLATE_NOOP("ListFormat", "sitemap"),
        QT_TRANSLATE_NOOP("ListFormat", "text"),
    };
    const QByteArray name = formatName.toUtf8();
    const bool isWord = std::ranges::any_of(words, [&name](const char *word) { return name == word; });
    return isWord ? QCoreApplication::translate("ListFormat", name.constData()) : formatName;
}

QString problemSentence(UrlProblem problem)
{
    return QCoreApplication::translate("UrlProblem", sentence(problem));
}

QString importErrorSentence(const ImportError &error)
{
    const QString &name = error.sourceName;
    switch (error.failure) {
    case ImportFailure::CannotOpen:
        return withDetail(Wording::tr("%1 cannot be opened.").arg(name), error.detail);
    case ImportFailure::CannotRead:
        return withDetail(Wording::tr("%1 cannot be read to its end.").arg(name), error.detail);
    case ImportFailure::Binary:
        return Wording::tr("%1 is no text file.").arg(name);
    case ImportFailure::UnknownEncoding:
        return withDetail(
            Wording::tr("The character encoding of %1 cannot be told; save it as UTF-8.").arg(name),
            error.detail);
    case ImportFailure::Empty:
        return Wording::tr("%1 is empty.").arg(name);
    case ImportFailure::NoUrls:
        return Wording::tr("%1 holds no URL.").arg(name);
    case ImportFailure::Malformed:
        return withDetail(Wording::tr("%1 cannot be read beyond line %2.").arg(name).arg(error.line),
                          error.detail);
    }
    Q_UNREACHABLE();
}

QString storeFailureSentence(StoreFailure failure, const QString &detail)
{
    switch (failure) {
    case StoreFailure::CannotOpen:
        return withDetail(Wording::tr("The file that keeps your list cannot be opened, so nothing is kept."),
                          detail);
    case StoreFailure::Damaged:
        return withDetail(
            Wording::tr("The file that keeps your list is damaged; it is left as it is, and nothing "
                        "is kept."),
            detail);
    case StoreFailure::TooNew:
        return withDetail(
            Wording::tr("The file that keeps your list was written by a later version of Rollcall; "
                        "it is left as it is, and nothing is kept."),
            detail);
    case StoreFailure::Busy:
        return withDetail(
            Wording::tr("Another Rollcall holds the file that keeps your list, so nothing is kept "
                        "here."),
            detail);
    case StoreFailure::CannotWrite:
        return withDetail(Wording::tr("Your list could not be kept; look at the disk's free space and the "
                                      "permissions."),
                          detail);
    }
    Q_UNREACHABLE();
}

QString historyProblemSentence(const StoreProblem &problem)
{
    const auto sentence = [&problem]() -> QString {
        switch (problem.failure) {
        case StoreFailure::CannotOpen:
            return Wording::tr("The history cannot be opened: checks run, but are not kept in it.");
        case StoreFailure::Damaged:
            return Wording::tr("The history is damaged; it is left as it is, and checks are not kept in it.");
        case StoreFailure::TooNew:
            return Wording::tr("The history was written by a later version of Rollcall; it is left as it is, "
                               "and checks are not kept in it.");
        case StoreFailure::Busy:
            return Wording::tr("Another program holds the history, so checks are not kept in it.");
        case StoreFailure::CannotWrite:
            return Wording::tr("Not all results could be added to the history; look at the disk's free space "
                               "and the permissions.");
        }
        Q_UNREACHABLE();
    };
    return withDetail(sentence(), problem.detail);
}

QString watchProblemSentence(const StoreProblem &problem)
{
    const QString sentence =
        problem.failure == StoreFailure::Busy
            ? Wording::tr(
                  "Another program watches with the same file. This one watches, too, but begins anew "
                  "with each start.")
            : Wording::tr("What is known of the watched URLs cannot be kept: the next start begins anew.");
    return withDetail(sentence, problem.detail);
}

QString menuText(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace rollcall
