// SPDX-License-Identifier: MIT
#include "ui/listsmodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QLocale>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestListsModel : public QObject
{
    Q_OBJECT
public:
    TestListsModel() : m_tester(&m_lists, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

private Q_SLOTS:
    void init();
    void showsNameFailuresAndCount();
    void aWatchedListHasASign();
    void aListWithoutANameHasOneAllTheSame();
    void aScreenReaderHearsTheWholeRow();
    void namesAreSaidAndNotSet();
    void followsEveryChange();
    void dragsSayWhereAListIsWanted_data();
    void dragsSayWhereAListIsWanted();
    void dropsFromElsewhereAreRefused();

private:
    QString names() const
    {
        QStringList names;
        for (int row = 0; row < m_lists.rowCount(); ++row)
            names.append(m_lists.index(row, ListsModel::NameColumn).data().toString());
        return names.join(u'|');
    }

    ListsModel m_lists;
    QAbstractItemModelTester m_tester;
};

void TestListsModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_lists.reset({StoredList(1, u"Production"_s), StoredList(2, u"Docs"_s), StoredList(3, u"Customers"_s)},
                  {{1, ListTotals(1204, 3)}, {2, ListTotals(5, 0)}});
}

void TestListsModel::showsNameFailuresAndCount()
{
    QCOMPARE(names(), u"Production|Docs|Customers"_s);
    const QModelIndex failed = m_lists.index(0, ListsModel::FailedColumn);
    QCOMPARE(failed.data().toString(), u"3"_s);
    QVERIFY(!failed.data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(m_lists.index(0, ListsModel::CountColumn).data().toString(), u"1,204"_s);
    const QModelIndex fine = m_lists.index(1, ListsModel::FailedColumn);
    QCOMPARE(fine.data().toString(), QString());
    QVERIFY(fine.data(Qt::DecorationRole).isNull());
    QCOMPARE(m_lists.index(2, ListsModel::CountColumn).data().toString(), u"0"_s);
}

void TestListsModel::aWatchedListHasASign()
{
    const QModelIndex sign = m_lists.index(1, ListsModel::WatchedColumn);
    QVERIFY(sign.data(Qt::DecorationRole).isNull());
    StoredList watched(2, u"Docs"_s);
    watched.watch.isOn = true;
    m_lists.change(watched);
    QVERIFY(!sign.data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(sign.data().toString(), QString());
    QCOMPARE(sign.data(Qt::AccessibleTextRole).toString(), u"Docs, 5 URL(s), watched"_s);
    QVERIFY(m_lists.index(0, ListsModel::WatchedColumn).data(Qt::DecorationRole).isNull());
}

void TestListsModel::aListWithoutANameHasOneAllTheSame()
{
    m_lists.reset({StoredList()}, {});
    QCOMPARE(names(), u"My URLs"_s);
}

void TestListsModel::aScreenReaderHearsTheWholeRow()
{
    const auto spoken = [this](int row) {
        return m_lists.index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0), u"Production, 1,204 URL(s), 3 failed"_s);
    QCOMPARE(spoken(1), u"Docs, 5 URL(s)"_s);
}

void TestListsModel::namesAreSaidAndNotSet()
{
    QSignalSpy wanted(&m_lists, &ListsModel::renameWanted);
    const QModelIndex name = m_lists.index(1, ListsModel::NameColumn);
    QVERIFY(name.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(m_lists.setData(name, u"  Doc  links "_s));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first(), (QVariantList{qint64(2), u"Doc links"_s}));
    QCOMPARE(names(), u"Production|Docs|Customers"_s);
    QVERIFY(!m_lists.setData(name, u" "_s));
    QVERIFY(m_lists.setData(name, u"Docs"_s));
    QCOMPARE(wanted.size(), 1);
    m_lists.change(StoredList(2, u"Doc links"_s));
    QCOMPARE(names(), u"Production|Doc links|Customers"_s);
}

void TestListsModel::followsEveryChange()
{
    m_lists.insert(1, StoredList(9, u"New"_s), ListTotals(7, 0));
    QCOMPARE(names(), u"Production|New|Docs|Customers"_s);
    m_lists.move(0, 2);
    QCOMPARE(names(), u"New|Docs|Production|Customers"_s);
    m_lists.move(3, 0);
    QCOMPARE(names(), u"Customers|New|Docs|Production"_s);
    m_lists.remove(2);
    QCOMPARE(names(), u"Customers|New|Production"_s);
    m_lists.setTotals(9, ListTotals(8, 1));
    QCOMPARE(m_lists.index(1, ListsModel::CountColumn).data().toString(), u"8"_s);
    QCOMPARE(m_lists.ids(), (QList<qint64>{3, 9, 1}));
}

void TestListsModel::dragsSayWhereAListIsWanted_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("to"); // -1: nowhere else
    QTest::newRow("down") << 0 << 2 << 1;
    QTest::newRow("to the end") << 0 << 3 << 2;
    QTest::newRow("below all") << 0 << -1 << 2;
    QTest::newRow("up") << 2 << 0 << 0;
    QTest::newRow("where it is") << 1 << 1 << -1;
    QTest::newRow("just behind itself") << 1 << 2 << -1;
}

void TestListsModel::dragsSayWhereAListIsWanted()
{
    QFETCH(int, from);
    QFETCH(int, gap);
    QFETCH(int, to);
    QSignalSpy wanted(&m_lists, &ListsModel::moveWanted);
    const std::unique_ptr<QMimeData> data(m_lists.mimeData({m_lists.index(from, 0)}));
    m_lists.dropMimeData(data.get(), Qt::MoveAction, gap, 0, {});
    QCOMPARE(wanted.size(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(wanted.first(), (QVariantList{m_lists.at(from).id, to}));
}

void TestListsModel::dropsFromElsewhereAreRefused()
{
    QSignalSpy wanted(&m_lists, &ListsModel::moveWanted);
    QMimeData text;
    text.setText(u"http://a/"_s);
    QVERIFY(!m_lists.canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_lists.dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QCOMPARE(wanted.size(), 0);
}

QTEST_MAIN(TestListsModel)
#include "tst_listsmodel.moc"
