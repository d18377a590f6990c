// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/facetmodel.h"
#include "ui/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestFacetModel : public QObject
{
    Q_OBJECT
public:
    TestFacetModel() : m_tester(&m_facets, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

private Q_SLOTS:
    void init();
    void everyStatusIsThereEvenWithoutRows();
    void countsFollowEveryChangeOfTheList();
    void errorsTypesAndHostsAreThoseThatOccur();
    void aFacetChoosesTheRowsThatItCounts_data();
    void aFacetChoosesTheRowsThatItCounts();
    void facetsThatStayKeepTheirIndexes();
    void ofManyHostsThoseWithTheMostRowsAreShown();
    void aboveTheMaximumHostsAreNotCounted();
    void titlesCannotBeChosen();
    void aScreenReaderHearsNameAndCount();

private:
    /// "All 3, OK 1, ..." of the group with this title.
    QString told(const char *title)
    {
        m_facets.update(m_list.counts());
        QStringList items;
        for (int group = 0; group < m_facets.rowCount(); ++group) {
            const QModelIndex parent = m_facets.index(group, 0);
            if (parent.data().toString() != QLatin1String(title))
                continue;
            for (int row = 0; row < m_facets.rowCount(parent); ++row)
                items.append(m_facets.index(row, 0, parent).data().toString() + QLatin1Char(' ') +
                             m_facets.index(row, 1, parent).data().toString());
        }
        return items.join(QStringLiteral(", "));
    }

    ResultModel m_list;
    FacetModel m_facets;
    QAbstractItemModelTester m_tester;
};

void TestFacetModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_list.reset({});
    m_facets.update(m_list.counts());
}

void TestFacetModel::everyStatusIsThereEvenWithoutRows()
{
    QCOMPARE(told("Status"), QStringLiteral("All 0, OK 0, Warning 0, Failed 0, Cancelled 0, Not checked 0"));
    QCOMPARE(told("Error"), QString());
}

void TestFacetModel::countsFollowEveryChangeOfTheList()
{
    m_list.append(1, urls({"http://a/1", "http://a/2", "http://b/1"}));
    QCOMPARE(told("Status"), QStringLiteral("All 3, OK 0, Warning 0, Failed 0, Cancelled 0, Not checked 3"));
    m_list.setResults({{1, okResult(1, 1ms)}, {2, failedResult(ErrorKind::Timeout)}});
    QCOMPARE(told("Status"), QStringLiteral("All 3, OK 1, Warning 0, Failed 1, Cancelled 0, Not checked 1"));
    m_list.setResults({{2, okResult(1, 1ms)}});
    QCOMPARE(told("Status"), QStringLiteral("All 3, OK 2, Warning 0, Failed 0, Cancelled 0, Not checked 1"));
    QCOMPARE(told("Error"), QString());
    QCOMPARE(told("Type"), QStringLiteral("text/html 2"));
    m_list.remove({1, 3});
    QCOMPARE(told("Status"), QStringLiteral("All 1, OK 1, Warning 0, Failed 0, Cancelled 0, Not checked 0"));
    QCOMPARE(told("Host"), QStringLiteral("a 1"));
    m_list.reset({});
    QCOMPARE(told("Status"), QStringLiteral("All 0, OK 0, Warning 0, Failed 0, Cancelled 0, Not checked 0"));
    QCOMPARE(told("Type"), QString());
}

void TestFacetModel::errorsTypesAndHostsAreThoseThatOccur()
{
    m_list.append(1, urls({"http://b:8080/1", "http://a/2", "http://a/1"}));
    CheckResult image = okResult(1, 1ms);
    image.fetch.contentType = "Image/PNG";
    m_list.setResults(
        {{1, failedResult(ErrorKind::Timeout)}, {2, failedResult(ErrorKind::DnsNotFound)}, {3, image}});
    QCOMPARE(told("Error"), QStringLiteral("Unknown host 1, Timed out 1"));
    QCOMPARE(told("Type"), QStringLiteral("image/png 1"));
    QCOMPARE(told("Host"), QStringLiteral("a 2, b:8080 1"));
}

void TestFacetModel::aFacetChoosesTheRowsThatItCounts_data()
{
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<QList<qint64>>("chosen");
    QTest::newRow("all") << Facet() << QList<qint64>{1, 2, 3, 4};
    QTest::newRow("outcome") << Facet(FacetKind::Outcome, "ok") << QList<qint64>{1};
    QTest::newRow("unchecked") << Facet(FacetKind::Unchecked) << QList<qint64>{4};
    QTest::newRow("error") << Facet(FacetKind::Error, "timeout") << QList<qint64>{2};
    QTest::newRow("type") << Facet(FacetKind::Type, "text/html") << QList<qint64>{1};
    QTest::newRow("host") << Facet(FacetKind::Host, "a") << QList<qint64>{1, 2};
}

void TestFacetModel::aFacetChoosesTheRowsThatItCounts()
{
    QFETCH(const Facet, facet);
    QFETCH(const QList<qint64>, chosen);
    m_list.append(1, urls({"http://a/1", "http://a/2", "http://b/3", "http://c/4"}));
    m_list.setResults({{1, okResult(1, 1ms)},
                       {2, failedResult(ErrorKind::Timeout)},
                       {3, failedResult(ErrorKind::ConnectionRefused)}});
    QList<qint64> matching;
    for (int row = 0; row < m_list.rowCount(); ++row) {
        if (facet.matches(m_list.at(row)))
            matching.append(m_list.at(row).id);
    }
    QCOMPARE(matching, chosen);
    m_facets.update(m_list.counts());
    const QModelIndex index = m_facets.indexOf(facet);
    QCOMPARE(m_facets.facetAt(index), facet);
    QCOMPARE(index.siblingAtColumn(1).data().toString(), QString::number(chosen.size()));
}

void TestFacetModel::facetsThatStayKeepTheirIndexes()
{
    m_list.append(1, urls({"http://b/1"}));
    m_facets.update(m_list.counts());
    const QPersistentModelIndex host = m_facets.indexOf(Facet(FacetKind::Host, "b"));
    m_list.append(2, urls({"http://a/1", "http://c/1", "http://b/2"}));
    QCOMPARE(told("Host"), QStringLiteral("a 1, b 2, c 1"));
    QCOMPARE(m_facets.facetAt(host), Facet(FacetKind::Host, "b"));
    m_list.remove({2});
    QCOMPARE(told("Host"), QStringLiteral("b 2, c 1"));
    QCOMPARE(m_facets.facetAt(host), Facet(FacetKind::Host, "b"));
}

void TestFacetModel::ofManyHostsThoseWithTheMostRowsAreShown()
{
    UrlList list;
    for (int host = 0; host < 150; ++host) {
        for (int url = 0; url <= host; ++url)
            list.append(UrlEntry("http://h" + QByteArray::number(host) + "/" + QByteArray::number(url)));
    }
    m_list.append(1, list);
    m_facets.update(m_list.counts());
    QVERIFY(m_facets.indexOf(Facet(FacetKind::Host, "h149")).isValid());
    QVERIFY(m_facets.indexOf(Facet(FacetKind::Host, "h50")).isValid());
    QVERIFY(!m_facets.indexOf(Facet(FacetKind::Host, "h49")).isValid());
}

void TestFacetModel::aboveTheMaximumHostsAreNotCounted()
{
    UrlList list;
    for (int host = 0; host <= FacetCounts::maximumHosts; ++host)
        list.append(UrlEntry("http://h" + QByteArray::number(host) + "/"));
    m_list.append(1, list);
    QVERIFY(m_list.counts().hasTooManyHosts());
    QCOMPARE(told("Host"), QString());
    m_list.remove({1, 2, 3});
    QCOMPARE(m_list.counts().entries(), FacetCounts::maximumHosts - 2);
}

void TestFacetModel::titlesCannotBeChosen()
{
    const QModelIndex title = m_facets.index(0, 0);
    QVERIFY(!title.flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(m_facets.facetAt(title), Facet());
    QVERIFY(m_facets.index(0, 0, title).flags().testFlag(Qt::ItemIsSelectable));
}

void TestFacetModel::aScreenReaderHearsNameAndCount()
{
    m_list.append(1, manyUrls(1'234));
    m_facets.update(m_list.counts());
    QCOMPARE(m_facets.indexOf(Facet()).data(Qt::AccessibleTextRole).toString(), QStringLiteral("All, 1,234"));
}

QTEST_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
