import type { Method } from '../method.ts';
import { accountPlan } from './account-plan.ts';
import { accountProfile } from './account-profile.ts';
import { actions } from './actions.ts';
import { adaptationMethod } from './adaptation.ts';
import { adoption } from './adoption.ts';
import { benefit } from './benefit.ts';
import { bridge } from './bridge.ts';
import { churnWarnings } from './churn-warnings.ts';
import { commitment } from './commitment.ts';
import { concentrationMethod } from './concentration.ts';
import { congruenceMethod } from './congruence.ts';
import { coverage } from './coverage.ts';
import { customerProfile } from './customer-profile.ts';
import { decisions } from './decisions.ts';
import { effort } from './effort.ts';
import { forecast } from './forecast.ts';
import { identificationMethod } from './identification.ts';
import { incentives } from './incentives.ts';
import { kaismMethod } from './kaism.ts';
import { kamLoad } from './kam-load.ts';
import { kamReview } from './kam-review.ts';
import { kpiAcquisition } from './kpi-acquisition.ts';
import { kpiAlignment } from './kpi-alignment.ts';
import { kpiCadence } from './kpi-cadence.ts';
import { kpiChurn } from './kpi-churn.ts';
import { kpiContactsToClose } from './kpi-contacts-to-close.ts';
import { kpiCsat } from './kpi-csat.ts';
import { kpiCustomerOutcomes } from './kpi-customer-outcomes.ts';
import { kpiDefinitionSheet } from './kpi-definitions.ts';
import { kpiEmployees } from './kpi-employees.ts';
import { kpiInteraction } from './kpi-interaction.ts';
import { kpiLevels } from './kpi-levels.ts';
import { kpiLifetimeValue } from './kpi-lifetime-value.ts';
import { kpiNps } from './kpi-nps.ts';
import { kpiOrganicGrowth } from './kpi-organic-growth.ts';
import { kpiParts } from './kpi-parts.ts';
import { kpiReferencedCustomers } from './kpi-referenced-customers.ts';
import { kpiRevenueRetention } from './kpi-revenue-retention.ts';
import { kpiSalesRates } from './kpi-sales-rates.ts';
import { kpiScorecard } from './kpi-scorecard.ts';
import { kpiSelectionMethod } from './kpi-selection.ts';
import { lifetimeMethod } from './lifetime.ts';
import { loss } from './loss.ts';
import { loyalty } from './loyalty.ts';
import { movements } from './movements.ts';
import { phase } from './phase.ts';
import { pipeline } from './pipeline.ts';
import { pointsTableMethod } from './points-table.ts';
import { portfolioHistoryMethod } from './portfolio-history.ts';
import { programmeReturn } from './programme-return.ts';
import { rationalisation } from './rationalisation.ts';
import { registers } from './registers.ts';
import { relationship } from './relationship.ts';
import { resources } from './resources.ts';
import { revenue } from './revenue.ts';
import { risks } from './risks.ts';
import { robustnessMethod } from './robustness.ts';
import { segmentationMethod } from './segmentation.ts';
import { skillsMethod } from './skills.ts';
import { swot } from './swot.ts';
import { valueChain } from './value-chain.ts';
import { valuePrice } from './value-price.ts';
import { vision } from './vision.ts';
import { whitespace } from './whitespace.ts';

/** Every method of the product, in the order of the domain. A new method is one file and one line here. */
export const methods: readonly Method[] = [
  decisions,
  movements,
  forecast,
  registers,
  coverage,
  revenue,
  portfolioHistoryMethod,
  bridge,
  concentrationMethod,
  loss,
  pointsTableMethod,
  identificationMethod,
  robustnessMethod,
  kaismMethod,
  lifetimeMethod,
  segmentationMethod,
  rationalisation,
  customerProfile,
  effort,
  resources,
  kamLoad,
  skillsMethod,
  kamReview,
  incentives,
  accountProfile,
  accountPlan,
  valueChain,
  valuePrice,
  swot,
  benefit,
  whitespace,
  pipeline,
  relationship,
  loyalty,
  risks,
  churnWarnings,
  actions,
  commitment,
  adoption,
  congruenceMethod,
  phase,
  vision,
  programmeReturn,
  adaptationMethod,
  kpiLifetimeValue,
  kpiReferencedCustomers,
  kpiCsat,
  kpiNps,
  kpiCustomerOutcomes,
  kpiInteraction,
  kpiOrganicGrowth,
  kpiAcquisition,
  kpiEmployees,
  kpiSalesRates,
  kpiContactsToClose,
  kpiChurn,
  kpiRevenueRetention,
  kpiScorecard,
  kpiDefinitionSheet,
  kpiLevels,
  kpiSelectionMethod,
  kpiAlignment,
  kpiParts,
  kpiCadence,
];
