-- What the recipes have in common. `accounts` and `opportunities` hold the columns of the recipe, all as text; number_of() and
-- date_of() read them as declared. A column that the export lacks is empty.

CREATE MACRO folded(text) AS lower(strip_accents(trim(text)));
CREATE MACRO is_true(text) AS folded(text) IN ('true', '1', 'yes', 'si', 'verdadero');
CREATE MACRO is_false(text) AS folded(text) IN ('false', '0', 'no', 'falso');

-- A stage by its standard name in both languages, or by the columns that say how it ended. Any other name stays as it is, and
-- the row is rejected: which of the four it is, only you know.
CREATE MACRO stage_of(stage, is_won, is_closed) AS CASE
  WHEN is_true(is_won) OR folded(stage) IN ('closed won', 'closedwon', 'cerrada ganada', 'cerrado ganado', 'cierre ganado', 'ganada') THEN 'won'
  WHEN (is_true(is_closed) AND is_false(is_won))
    OR folded(stage) IN ('closed lost', 'closedlost', 'cerrada perdida', 'cerrado perdido', 'cierre perdido', 'perdida') THEN 'lost'
  WHEN folded(stage) IN ('prospecting', 'prospeccion', 'qualification', 'calificacion', 'appointmentscheduled',
    'appointment scheduled', 'cita programada', 'cita agendada') THEN 'prospecting'
  WHEN is_false(is_closed)
    OR folded(stage) IN ('needs analysis', 'analisis de necesidades', 'value proposition', 'propuesta de valor',
    'id. decision makers', 'identificacion de responsables de la toma de decisiones', 'perception analysis', 'analisis de percepcion',
    'proposal/price quote', 'propuesta/cotizacion de precios', 'propuesta/presupuesto', 'negotiation/review', 'negociacion/revision',
    'qualifiedtobuy', 'qualified to buy', 'apto para comprar', 'calificado para comprar',
    'presentationscheduled', 'presentation scheduled', 'presentacion programada', 'presentacion agendada',
    'decisionmakerboughtin', 'decision maker bought-in', 'aceptacion del responsable de la decision', 'contractsent', 'contract sent', 'contrato enviado') THEN 'open'
  ELSE stage END;

CREATE MACRO kind_of(type) AS CASE folded(type)
  WHEN 'new customer' THEN 'new' WHEN 'new business' THEN 'new' WHEN 'newbusiness' THEN 'new' WHEN 'nuevo negocio' THEN 'new'
  WHEN 'nuevo cliente' THEN 'new' WHEN 'existing customer - upgrade' THEN 'up-sell' WHEN 'cliente existente - actualizacion' THEN 'up-sell'
  WHEN 'existing customer - replacement' THEN 'renewal' WHEN 'cliente existente - sustitucion' THEN 'renewal'
  WHEN 'renewal' THEN 'renewal' WHEN 'renovacion' THEN 'renewal' END;

CREATE MACRO origin_of(source) AS CASE
  WHEN source IS NULL THEN NULL
  WHEN folded(source) LIKE '%referral%' OR folded(source) LIKE '%referencia%' OR folded(source) LIKE '%recomendacion%' THEN 'referral'
  WHEN folded(source) IN ('trade show', 'feria', 'seminar - internal', 'seminar - partner', 'seminario', 'event', 'evento') THEN 'event'
  WHEN folded(source) IN ('web', 'phone inquiry', 'consulta telefonica', 'organic_search', 'organic search', 'busqueda organica',
    'direct_traffic', 'direct traffic', 'trafico directo') THEN 'inbound'
  ELSE 'other' END;

-- A share, 0 to 1: the exports write 75, 75% or 0.75.
CREATE MACRO share_of(text) AS CASE
  WHEN TRY_CAST(number_of(replace(text, '%', '')) AS DOUBLE) IS NULL THEN text
  WHEN text LIKE '%\%' ESCAPE '\' OR TRY_CAST(number_of(text) AS DOUBLE) > 1
    THEN CAST(round(TRY_CAST(number_of(replace(text, '%', '')) AS DOUBLE) / 100, 4) AS VARCHAR)
  ELSE number_of(text) END;

-- into: people
SELECT owner AS name, 'kam' AS role FROM accounts WHERE owner IS NOT NULL GROUP BY owner ORDER BY owner;

-- into: people
SELECT owner AS name, 'seller' AS role FROM opportunities
WHERE owner IS NOT NULL AND owner NOT IN (SELECT owner FROM accounts WHERE owner IS NOT NULL)
GROUP BY owner ORDER BY owner;

-- into: accounts
SELECT child.name AS name,
  CASE WHEN folded(child.type) LIKE 'prospect%' OR folded(child.type) IN ('lead', 'opportunity', 'oportunidad', 'posible cliente') THEN 'prospect'
    WHEN folded(child.type) LIKE 'customer%' OR folded(child.type) LIKE 'cliente%' THEN 'active' END AS status,
  coalesce(child.parent, (SELECT any_value(name) FROM accounts WHERE id = child.parent_id), child.parent_id) AS parent,
  child.industry AS industry, child.country AS country, child.region AS region, child.city AS location,
  TRY_CAST(number_of(child.employees) AS DOUBLE) AS "fields.employees",
  TRY_CAST(number_of(child.revenue) AS DOUBLE) AS "fields.annualRevenue",
  child.id AS "fields.crmId",
  child.owner AS manager,
  child.source_file AS source_file, child.source_row AS source_row
FROM accounts AS child
ORDER BY child.source_row;

-- into: accounts.opportunities
SELECT coalesce(deal.account, (SELECT any_value(name) FROM accounts WHERE id = deal.account_id), deal.account_id) AS account,
  deal.id AS id, deal.name AS name,
  kind_of(deal.type) AS kind,
  stage_of(deal.stage, deal.is_won, deal.is_closed) AS stage,
  date_of(deal.opened) AS opened,
  CASE WHEN stage_of(deal.stage, deal.is_won, deal.is_closed) IN ('won', 'lost') THEN date_of(deal.closed) END AS closed,
  number_of(deal.amount) AS value,
  share_of(deal.probability) AS probability,
  origin_of(deal.source) AS source,
  deal.owner AS seller,
  deal.source_file AS source_file, deal.source_row AS source_row
FROM opportunities AS deal
ORDER BY deal.source_row;

-- rejects
SELECT name, employees, revenue, source_file, source_row,
  'the account is imported without this number: ' || CASE
    WHEN employees IS NOT NULL AND TRY_CAST(number_of(employees) AS DOUBLE) IS NULL THEN number_of(employees) ELSE number_of(revenue) END AS reason
FROM accounts
WHERE (employees IS NOT NULL AND TRY_CAST(number_of(employees) AS DOUBLE) IS NULL)
  OR (revenue IS NOT NULL AND TRY_CAST(number_of(revenue) AS DOUBLE) IS NULL);
