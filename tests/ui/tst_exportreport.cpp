// SPDX-License-Identifier: MIT
#include "ui/dialogs.h"
#include "ui/exportreport.h"

#include <QFileDialog>
#include <QSet>
#include <QTest>

#include <memory>

using namespace rollcall;

class ExportReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatThatIsBuiltInIsOffered()
    {
        const QStringList filters = reportNameFilters();
        qsizetype count = 0;
        for (const ReportFormat &format : reportFormats()) {
            if (format.isBuiltIn())
                QCOMPARE(&formatOfFilter(filters.at(count++)), &format);
        }
        QCOMPARE(filters.size(), count);
        QCOMPARE(QSet<QString>(filters.begin(), filters.end()).size(), count);
        QCOMPARE(filters.front(), QStringLiteral("CSV table (*.csv)"));
        QVERIFY(filters.contains(QStringLiteral("JUnit test report (*.xml)")));
    }

    void theSuffixNamesTheFormatUnlessTheChosenOneHasItToo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("chosen");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *path, const char *chosen, const char *expected) {
            QTest::addRow("%s as %s", path, chosen)
                << QString::fromUtf8(path) << QByteArray(chosen) << QByteArray(expected);
        };
        row("a.csv", "csv", "csv");
        row("a.HTML", "csv", "html");
        row("a.xml", "junit", "junit");
        row("a.xml", "sitemap", "sitemap");
        row("a.md", "sitemap", "markdown");
        row("a", "sitemap", "sitemap");
        row("a.log", "failures", "failures");
        row("a.log", "", "csv");
    }
    void theSuffixNamesTheFormatUnlessTheChosenOneHasItToo()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, chosen);
        QFETCH(QByteArray, expected);
        QString chosenFilter;
        for (const QString &filter : reportNameFilters()) {
            if (formatOfFilter(filter).id == chosen)
                chosenFilter = filter;
        }
        QCOMPARE(QByteArray(formatFor(path, chosenFilter).id), expected);
    }

    void theDialogAddsTheSuffixOfTheChosenFormat()
    {
        QWidget parent;
        QFileDialog *dialog = makeExportDialog(&parent);
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("csv"));
        Q_EMIT dialog->filterSelected(QStringLiteral("Prometheus metrics (*.prom)"));
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("prom"));
    }
};

QTEST_MAIN(ExportReportTest)
#include "tst_exportreport.moc"
