-- The CRM export "CRM Sales Opportunities" (Maven Analytics) as a workspace.
-- Run with: cuentas import examples/crm/import.sql --data <folder with the four CSV files> --root <workspace>

-- Dates are month/day/year. One that can't be read stays as it is, so that the import refuses the row and says why.
CREATE MACRO iso_date(text) AS coalesce(strftime(try_strptime(text, '%m/%d/%Y'), '%Y-%m-%d'), text);
CREATE MACRO quarter_of(text) AS coalesce(
  strftime(try_strptime(text, '%m/%d/%Y'), '%Y-') || 'Q' || quarter(try_strptime(text, '%m/%d/%Y')), text);

CREATE TABLE pipeline AS
  SELECT * REPLACE (CASE product WHEN 'GTXPro' THEN 'GTX Pro' ELSE product END AS product)
  FROM csv_rows('sales_pipeline.csv');

-- into: people
SELECT sales_agent AS name, 'seller' AS role, regional_office || ', ' || manager AS team, source_file, source_row
FROM csv_rows('sales_teams.csv')
ORDER BY source_row;

-- into: people
SELECT manager AS name, 'other' AS role, 'Jefatura de ventas' AS "title.es", 'Sales manager' AS "title.en",
  regional_office AS team
FROM csv_rows('sales_teams.csv')
GROUP BY manager, regional_office
ORDER BY manager;

-- into: products
SELECT product AS name, series AS line, sales_price AS price, source_file, source_row
FROM csv_rows('products.csv')
ORDER BY source_row;

-- into: accounts
-- The two misspellings of the export are mended. `since` stays empty: the year of foundation is not the first sale.
SELECT account AS name,
  subsidiary_of AS parent,
  CASE sector WHEN 'technolgy' THEN 'technology' ELSE sector END AS industry,
  CASE office_location WHEN 'Philipines' THEN 'Philippines' ELSE office_location END AS country,
  employees::INTEGER AS "fields.employees",
  revenue::DECIMAL(12, 2) AS "fields.annualRevenueMillions",
  year_established::INTEGER AS "fields.yearEstablished",
  source_file, source_row
FROM csv_rows('accounts.csv')
ORDER BY source_row;

-- into: accounts.history
-- A won deal is revenue of the quarter in which it closed. The export has no other orders, so that a quarter without a
-- won deal is a quarter without revenue.
SELECT account, period, coalesce(sum(close_value::DECIMAL(12, 2)), 0) AS revenue, count(close_value) AS orders
FROM (SELECT account FROM csv_rows('accounts.csv'))
CROSS JOIN (SELECT DISTINCT quarter_of(close_date) AS period FROM pipeline WHERE deal_stage = 'Won')
LEFT JOIN (SELECT account, quarter_of(close_date) AS period, close_value FROM pipeline WHERE deal_stage = 'Won')
  USING (account, period)
GROUP BY account, period
ORDER BY account, period;

-- into: accounts.opportunities
-- Every row of the pipeline. The value of a deal is known only once it is won: the export has 0 for lost deals, which is
-- what they brought and not what they were worth, and nothing for open ones.
SELECT account,
  opportunity_id AS id,
  product,
  CASE deal_stage
    WHEN 'Won' THEN 'won'
    WHEN 'Lost' THEN 'lost'
    WHEN 'Engaging' THEN 'open'
    WHEN 'Prospecting' THEN 'prospecting'
    ELSE deal_stage
  END AS stage,
  iso_date(engage_date) AS opened,
  iso_date(close_date) AS closed,
  CASE deal_stage WHEN 'Won' THEN close_value END AS value,
  sales_agent AS seller,
  source_file, source_row
FROM pipeline
ORDER BY source_row;
