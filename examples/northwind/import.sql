-- Microsoft's sample wholesaler "Northwind" as a workspace.
-- Run with: cuentas import examples/northwind/import.sql --data <folder with the five CSV files> --root <workspace>

-- A time stamp at midnight is a date. One that can't be read stays as it is, so that the import refuses the row and says why.
CREATE MACRO quarter_of(text) AS coalesce(
  strftime(try_cast(text AS TIMESTAMP), '%Y-') || 'Q' || quarter(try_cast(text AS TIMESTAMP)), text);

-- Price × quantity × (1 − discount) in decimals: prices and discounts have two places, so four hold every line exactly.
CREATE TABLE order_values AS
  SELECT OrderID,
    sum(UnitPrice::DECIMAL(12, 2) * Quantity::INTEGER * (1 - Discount::DECIMAL(4, 2)))::DECIMAL(18, 4) AS revenue
  FROM csv_rows('order-details.csv')
  GROUP BY OrderID;

-- Outer joins keep what has no partner: details without an order, and orders without details or customer.
CREATE TABLE orders AS
  SELECT OrderID, coalesce(customers.CompanyName, orders.CustomerID) AS account, quarter_of(OrderDate) AS period,
    order_values.revenue
  FROM csv_rows('orders.csv') AS orders
  FULL JOIN order_values USING (OrderID)
  LEFT JOIN csv_rows('customers.csv') AS customers USING (CustomerID);

-- into: products
SELECT ProductName AS name, CategoryName AS line, UnitPrice AS price,
  products.source_file, products.source_row
FROM csv_rows('products.csv') AS products
LEFT JOIN csv_rows('categories.csv') AS categories USING (CategoryID)
ORDER BY products.source_row;

-- into: accounts
-- Who never ordered is a prospect; there are two. `since` stays empty: the records begin in July 1996, the customers may not.
SELECT CompanyName AS name,
  CASE WHEN first_order IS NULL THEN 'prospect' ELSE 'active' END AS status,
  Country AS country, Region AS region, City AS location,
  CustomerID AS "fields.customerCode", first_order AS "fields.firstOrder",
  source_file, source_row
FROM csv_rows('customers.csv')
LEFT JOIN (
  SELECT CustomerID, left(min(OrderDate), 10) AS first_order FROM csv_rows('orders.csv') GROUP BY CustomerID
) USING (CustomerID)
ORDER BY source_row;

-- into: accounts.contacts
SELECT CompanyName AS account, ContactName AS name, ContactTitle AS title, source_file, source_row
FROM csv_rows('customers.csv')
ORDER BY source_row;

-- into: accounts.history
-- The order book is complete: a quarter without an order is a quarter without revenue, not one that nobody entered.
-- Who never ordered has no record at all.
SELECT account, period, coalesce(sum(revenue), 0) AS revenue, count(revenue) AS orders
FROM (SELECT DISTINCT account FROM orders)
CROSS JOIN (SELECT DISTINCT period FROM orders)
LEFT JOIN orders USING (account, period)
GROUP BY account, period
ORDER BY account, period;

-- into: orders
-- Every order with its day, from which the expected lifetime of each customer is estimated.
SELECT orders.account, left(OrderDate, 10) AS date, order_values.revenue AS amount, OrderID AS "order"
FROM orders
JOIN (SELECT OrderID, OrderDate FROM csv_rows('orders.csv')) USING (OrderID)
LEFT JOIN order_values USING (OrderID)
ORDER BY OrderID;
