// SPDX-License-Identifier: MIT
#include "ui/savedview.h"

#include <QJsonDocument>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;

class TestSavedView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void viewsComeBackByName();
    void whatCannotBeReadIsPassedOver();
    void columnsOfAnotherVersionArePassedOver();
};

void TestSavedView::viewsComeBackByName()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    TableArrangement layout;
    layout.columns = {ColumnPlace(ResultColumn::Error, 200, true),
                      ColumnPlace(ResultColumn::Url, 300, false)};
    layout.sorting = {SortColumn(ResultColumn::Time, Qt::DescendingOrder),
                      SortColumn(ResultColumn::Url, Qt::AscendingOrder)};
    const QList<Facet> facets = {Facet(),
                                 Facet(FacetKind::Outcome, "failed"),
                                 Facet(FacetKind::Unchecked),
                                 Facet(FacetKind::Error, "timeout"),
                                 Facet(FacetKind::Type, "text/html"),
                                 Facet(FacetKind::Host, "example.org:8080")};
    QList<SavedView> views;
    for (const Facet &facet : facets) {
        views.prepend(SavedView(QStringLiteral("View %1").arg(views.size()),
                                RowFilter(QStringLiteral("a|b"), ResultColumn::Error, true), facet, layout));
    }
    views.append(SavedView(QStringLiteral("any column"), RowFilter(QStringLiteral("ä"), std::nullopt, false),
                           Facet(), layout));
    saveViews(settings, views);

    const QList<SavedView> read = savedViews(settings);
    QCOMPARE(read.size(), facets.size() + 1);
    QCOMPARE(read.at(0).name, QStringLiteral("any column"));
    QCOMPARE(read.at(0).filter.text(), QStringLiteral("ä"));
    QVERIFY(!read.at(0).filter.column() && !read.at(0).filter.isRegularExpression());
    for (qsizetype i = 0; i < facets.size(); ++i) {
        const SavedView &view = read.at(i + 1);
        QCOMPARE(view.name, QStringLiteral("View %1").arg(i));
        QVERIFY(view.facet == facets.at(i));
        QVERIFY(view.layout == layout);
        QCOMPARE(view.filter.text(), QStringLiteral("a|b"));
        QCOMPARE(view.filter.column(), ResultColumn::Error);
        QVERIFY(view.filter.isRegularExpression());
    }
}

void TestSavedView::whatCannotBeReadIsPassedOver()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QVERIFY(savedViews(settings).isEmpty());
    settings.setValue(QStringLiteral("table/views"), QByteArray("no JSON"));
    QVERIFY(savedViews(settings).isEmpty());
    settings.setValue(QStringLiteral("table/views"),
                      QByteArray(R"([7, {"text": "no name"}, {"name": "x", "text": "(", "expression": true,
                                  "facet": "colour", "in": "nowhere", "layout": [1]}])"));
    const QList<SavedView> views = savedViews(settings);
    QCOMPARE(views.size(), 1);
    QVERIFY(views.at(0).filter.matchesEverything());
    QVERIFY(views.at(0).facet == Facet());
    QVERIFY(!views.at(0).layout.showsAnything());
}

void TestSavedView::columnsOfAnotherVersionArePassedOver()
{
    const TableArrangement layout = tableLayoutFromJson(
        QJsonDocument::fromJson(R"({"columns": [{"id": "future", "width": 9, "shown": true},
            {"id": "url", "width": 9999999, "shown": true}, {"id": "url", "width": 50, "shown": false},
            {"id": "time", "width": -3, "shown": false}], "sorting": [{"id": "future"}, {"id": "time"}]})")
            .object());
    QCOMPARE(layout.columns.size(), 2);
    QCOMPARE(layout.columns.at(0).column, ResultColumn::Url);
    QVERIFY(layout.columns.at(0).width < 10'000);
    QVERIFY(layout.columns.at(1).width > 0);
    QCOMPARE(layout.sorting, Sorting{SortColumn(ResultColumn::Time, Qt::AscendingOrder)});
}

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
