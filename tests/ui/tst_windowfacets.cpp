// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/facetsidebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// The sidebar with the groups of rows.
class TestWindowFacets : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void aClickOnAGroupShowsItsRowsOnly();
    void theGroupFollowsResultsAsTheyCome();
    void groupAndTextFilterWorkTogether();
    void whenAGroupIsEmptyAllRowsAreShown();
    void theSidebarCanBeHiddenAndIsRemembered();

private:
    FacetSidebar *sidebar() const { return find<FacetSidebar>("facets"); }
    void click(const Facet &facet) const
    {
        const auto *model = static_cast<const FacetModel *>(sidebar()->model());
        QTRY_VERIFY(model->indexOf(facet).isValid());
        const QRect place = sidebar()->visualRect(model->indexOf(facet));
        QTest::mouseClick(sidebar()->viewport(), Qt::LeftButton, {}, place.center());
    }
};

void TestWindowFacets::aClickOnAGroupShowsItsRowsOnly()
{
    import({"/10", "/missing", "/20"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
    click(Facet(FacetKind::Outcome, "failed"));
    QCOMPARE(outcomes(), QStringLiteral("Failed"));
    QCOMPARE(find<QLabel>("filterCounts")->text(), QStringLiteral("1 of 3 shown"));
    click(Facet(FacetKind::Error, "http-client-error"));
    QCOMPARE(outcomes(), QStringLiteral("Failed"));
    click(Facet());
    QCOMPARE(outcomes(), QStringLiteral("OK|Failed|OK"));
}

void TestWindowFacets::theGroupFollowsResultsAsTheyCome()
{
    import({"/10", "/missing"});
    click(Facet(FacetKind::Outcome, "failed"));
    QCOMPARE(rows(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("Failed"));
}

void TestWindowFacets::groupAndTextFilterWorkTogether()
{
    import({"/10", "/20", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK|Failed"));
    click(Facet(FacetKind::Outcome, "ok"));
    QTest::keyClicks(find<QLineEdit>("filterText"), QStringLiteral("/20"));
    QCOMPARE(outcomes(), QStringLiteral("OK"));
    QCOMPARE(find<QLabel>("filterCounts")->text(), QStringLiteral("1 of 3 shown"));
}

void TestWindowFacets::whenAGroupIsEmptyAllRowsAreShown()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    click(Facet(FacetKind::Error, "http-client-error"));
    QCOMPARE(rows(), 1);
    select({0});
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
    QCOMPARE(sidebar()->chosen(), Facet());
}

void TestWindowFacets::theSidebarCanBeHiddenAndIsRemembered()
{
    import({"/10", "/20"});
    click(Facet(FacetKind::Outcome, "failed"));
    QCOMPARE(rows(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!sidebar()->isVisible());
    QCOMPARE(rows(), 2); // nothing is hidden by what cannot be seen
    m_window->close();
    closeWindow();
    openWindow();
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!sidebar()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(sidebar()->isVisible());
}

QTEST_MAIN(TestWindowFacets)
#include "tst_windowfacets.moc"
