// SPDX-License-Identifier: MIT
#include "app/cli/plaintext.h"

#include <QList>

#include <array>
#include <cstdio>

namespace rollcall::cli {

namespace {

constexpr qsizetype maximumCharacters = 1000;

bool commandsTheTerminal(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString padded(qint64 number)
{
    return QString::number(number).rightJustified(2, QLatin1Char('0'));
}

} // namespace

QString printable(const QString &text)
{
    QString result;
    const bool tooLong = text.size() > maximumCharacters;
    const auto characters = QStringView(text).left(maximumCharacters).toUcs4();
    for (const uint character : characters) {
        if (commandsTheTerminal(character))
            result += QStringLiteral("\\u{%1}").arg(character, 0, 16);
        else
            result += QStringView(QChar::fromUcs4(character));
    }
    return tooLong ? result + QChar(0x2026) : result;
}

QString humanBytes(qint64 bytes)
{
    constexpr std::array units = {"KiB", "MiB", "GiB", "TiB", "PiB"};
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    double amount = double(bytes) / 1024;
    std::size_t unit = 0;
    // From 1023.95 on, one decimal would read 1024.0.
    for (; amount >= 1023.95 && unit + 1 < units.size(); ++unit)
        amount /= 1024;
    return QStringLiteral("%1 %2").arg(amount, 0, 'f', 1).arg(QLatin1String(units[unit]));
}

QString humanTime(std::chrono::microseconds time)
{
    const auto milliseconds = std::chrono::round<std::chrono::milliseconds>(time).count();
    if (milliseconds < 1000)
        return QStringLiteral("%1 ms").arg(milliseconds);
    return QStringLiteral("%1 s").arg(double(milliseconds) / 1000, 0, 'f', 1);
}

QString humanWait(std::chrono::seconds time)
{
    const qint64 seconds = time.count();
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(padded(seconds % 60));
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(padded(seconds / 60 % 60), padded(seconds % 60));
}

QString counted(qsizetype count, const char *noun)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(noun),
                                                    QLatin1String(count == 1 ? "" : "s"));
}

void printNote(const QString &text)
{
    const QByteArray line = printable(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

void complain(const QString &sentence)
{
    printNote(QStringLiteral("rollcall-cli: ") + sentence);
}

ExitCode refuse(const QString &sentence)
{
    complain(sentence);
    return ExitUsage;
}

} // namespace rollcall::cli
