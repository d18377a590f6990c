// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"
#include "core/net/errorkind.h"
#include "translations/installtranslations.h"
#include "ui/format.h"
#include "ui/importsummary.h"
#include "ui/mainactions.h"
#include "ui/resultcolumns.h"
#include "ui/wording.h"

#include <QAction>
#include <QFile>
#include <QLocale>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QUndoStack>
#include <QXmlStreamReader>

using namespace rollcall;

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theWindowSpeaksGerman();
    void errorsAndProblemsAreTranslated();
    void pluralFormsAreChosen_data();
    void pluralFormsAreChosen();
    void anUnknownLanguageGetsEnglishWithPlurals();
    void everySourceTextIsTranslated_data();
    void everySourceTextIsTranslated();

private:
    static void speak(const QLocale &locale);
};

void TestTranslations::initTestCase()
{
    if (!QFile::exists(QStringLiteral(":/i18n/rollcall_de.qm")))
        QSKIP("built without Qt LinguistTools");
}

void TestTranslations::cleanup()
{
    for (auto *translator : qApp->findChildren<QTranslator *>())
        delete translator;
}

void TestTranslations::speak(const QLocale &locale)
{
    QLocale::setDefault(locale);
    installTranslations(*qApp, locale);
}

void TestTranslations::theWindowSpeaksGerman()
{
    speak(QLocale(QLocale::German, QLocale::Austria));
    QMainWindow window;
    QUndoStack edits;
    const MainActions actions(window, edits);
    QCOMPARE(actions.checkAll->iconText(), QStringLiteral("Alle prüfen"));
    QCOMPARE(columnHeader(resultColumn(ResultColumn::Outcome)), QStringLiteral("Ergebnis"));
    QCOMPARE(outcomeWord(Outcome::Failed), QStringLiteral("Fehlgeschlagen"));
    QCOMPARE(formatRemaining(std::chrono::seconds(19)), QStringLiteral("noch etwa 19 s"));
}

void TestTranslations::errorsAndProblemsAreTranslated()
{
    speak(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(errorTitle(ErrorKind::ConnectionRefused), QStringLiteral("Verbindung abgelehnt"));
    for (const ErrorKindInfo &info : errorKinds()) {
        if (info.kind == ErrorKind::None)
            continue;
        QVERIFY2(errorTitle(info.kind) != QString::fromUtf8(info.title), info.slug);
        CheckResult result;
        result.fetch.error = info.kind;
        QVERIFY2(errorSentence(result) != englishMessage(result), info.slug);
    }
    QVERIFY(problemSentence(UrlProblem::NoHost) != QString::fromUtf8(sentence(UrlProblem::NoHost)));
    QCOMPARE(importErrorSentence(ImportError(ImportFailure::Empty, QStringLiteral("a.txt"), {})),
             QStringLiteral("a.txt ist leer."));
}

void TestTranslations::pluralFormsAreChosen_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("skipped");
    QTest::addColumn<QString>("sentence");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("English, one") << english << 1 << 1 << QStringLiteral("1 URL added, 1 line skipped.");
    QTest::newRow("English, many") << english << 1204 << 2
                                   << QStringLiteral("1,204 URLs added, 2 lines skipped.");
    QTest::newRow("German, one") << german << 1 << 1
                                 << QStringLiteral("1 URL hinzugefügt, 1 Zeile übersprungen.");
    QTest::newRow("German, many") << german << 1204 << 2
                                  << QStringLiteral("1.204 URLs hinzugefügt, 2 Zeilen übersprungen.");
}

void TestTranslations::pluralFormsAreChosen()
{
    QFETCH(QLocale, locale);
    QFETCH(int, added);
    QFETCH(int, skipped);
    speak(locale);
    ImportOutcome outcome;
    outcome.added.resize(added);
    outcome.skippedCount = skipped;
    QTEST(importSummary(outcome), "sentence");
}

void TestTranslations::anUnknownLanguageGetsEnglishWithPlurals()
{
    speak(QLocale(QLocale::Icelandic, QLocale::Iceland));
    QCOMPARE(outcomeWord(Outcome::Failed), QStringLiteral("Failed"));
    QCOMPARE(formatExactBytes(1), QStringLiteral("1 byte"));
}

void TestTranslations::everySourceTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("German") << QStringLiteral("de") << QStringList();
    QTest::newRow("English plurals") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::everySourceTextIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QString lupdate = QStringLiteral(ROLLCALL_LUPDATE);
    if (lupdate.isEmpty())
        QSKIP("lupdate is not installed");
    const QString root = QStringLiteral(ROLLCALL_SOURCE_DIR);
    const QString name = QStringLiteral("rollcall_%1.ts").arg(language);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(root + QStringLiteral("/translations/") + name, copy));

    QStringList arguments{QStringLiteral("-I"), root};
    for (const char *room : {"/ui", "/app/desktop", "/core"})
        arguments.append(root + QLatin1String(room));
    arguments += options;
    arguments += {QStringLiteral("-no-obsolete"), QStringLiteral("-ts"), copy};
    QProcess process;
    process.start(lupdate, arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);

    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    QStringList unfinished;
    int messages = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && ++messages &&
                 xml.attributes().hasAttribute(QLatin1String("type")))
            unfinished.append(source);
    }
    QVERIFY(!xml.hasError());
    QVERIFY(messages > 5);
    QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(QLatin1String(" | "))));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
