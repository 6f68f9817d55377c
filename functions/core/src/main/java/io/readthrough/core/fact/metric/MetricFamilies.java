package io.readthrough.core.fact.metric;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Metrics that are read alike.
public final class MetricFamilies {
  /// The multiple that a figure such as "12 times" of a metric is.
  public static final Map<String, String> MULTIPLES =
      Map.ofEntries(
          Map.entry("revenue", "ev_to_sales"),
          Map.entry("eps", "price_to_earnings"),
          Map.entry("net_income", "price_to_earnings"),
          Map.entry("ebitda", "ev_to_ebitda"),
          Map.entry("interest_expense", "interest_cover"),
          Map.entry("book_value_per_share", "price_to_book"),
          Map.entry("free_cash_flow", "price_to_cash_flow"));

  /// Metrics that are the author's view whatever words stand around them.
  public static final Set<String> VIEWS = Set.of("price_target", "upside", "downside");

  /// Metrics that a list gives part by part: "Greater China fell 19%", "Japan -6%, Europe -1%".
  public static final Set<String> CARRIED =
      Set.of(
          "revenue",
          "organic_growth",
          "comparable_sales_growth",
          "revenue_growth",
          "volumes",
          "orders",
          "pricing",
          "deliveries",
          "units_sold",
          "gross_merchandise_volume",
          "cloud_revenue",
          "advertising_revenue",
          "renewal_rate_change",
          "rent_growth",
          "shipments",
          "production",
          "traffic");

  /// Metrics of which a bare percentage is the growth.
  public static final Set<String> GROWING =
      Set.of(
          "revenue",
          "orders",
          "volumes",
          "deliveries",
          "units_sold",
          "shipments",
          "production",
          "traffic",
          "eps",
          "ebitda",
          "operating_profit",
          "net_income",
          "advertising_revenue",
          "cloud_revenue",
          "services_revenue",
          "subscription_revenue",
          "net_interest_income",
          "deposits",
          "loans",
          "card_spending",
          "gross_merchandise_volume",
          "customers",
          "backlog",
          "billings",
          "average_ticket",
          "average_price",
          "premiums",
          "ad_price",
          "ad_impressions",
          "free_cash_flow",
          "capex",
          "inventory");

  /// Prices, costs and quantities that are told in percent only by how much they move.
  public static final Set<String> MOVED_BY_PERCENT =
      Set.of(
          "unit_revenue",
          "unit_cost",
          "input_cost",
          "fuel_price",
          "revpar",
          "net_yield",
          "passenger_yield",
          "airline_capacity",
          "capacity",
          "engagement",
          "sales_density",
          "industry_sales",
          "home_sales",
          "demand",
          "supply",
          "storage_level",
          "industrial_production");

  /// Metrics of a part, whose words name only the whole: "66% of GMV and rising".
  public static final Set<String> SHARES = Set.of("revenue_share", "profit_share");

  /// What is left of sales, at any level.
  public static final Set<String> PROFITS =
      Set.of("ebitda", "operating_profit", "gross_profit", "net_income", "pre_tax_profit", "eps");

  /// What is sold or ordered, in money.
  public static final Set<String> SALES =
      Set.of(
          "revenue",
          "orders",
          "gross_merchandise_volume",
          "subscription_revenue",
          "annual_recurring_revenue",
          "billings",
          "advertising_revenue",
          "cloud_revenue");

  /// Metrics whose money is for one of something, and so is seldom millions.
  public static final Set<String> PRICES =
      Set.of(
          "eps",
          "adjusted_loss_per_share",
          "price_target",
          "share_price",
          "offer_price",
          "book_value_per_share",
          "value_per_share",
          "free_cash_flow_per_share",
          "operating_cash_flow_per_share",
          "dividend",
          "affo",
          "ffo",
          "premium",
          "deal_spread",
          "stop_loss",
          "technical_level",
          "unit_revenue",
          "net_yield",
          "spend_per_guest",
          "revpar",
          "arpu",
          "revenue_per_piece",
          "revenue_per_unit",
          "unit_cost",
          "all_in_sustaining_cost",
          "cost_per_coin",
          "power_cost",
          "power_price",
          "fuel_cost",
          "fuel_price",
          "input_cost",
          "hashprice",
          "average_price",
          "average_ticket",
          "term_price",
          "spot_price",
          "treatment_charge",
          "refining_margin",
          "exchange_rate",
          "ad_price",
          "profit_per_unit",
          "sales_incentives",
          "customer_acquisition_cost",
          "lifetime_value",
          "sales_density",
          "land_price",
          "rent",
          "bond_price",
          "breakeven_price",
          "forward_price",
          "hedged_price",
          "physical_premium",
          "price_differential",
          "freight_rate",
          "finding_cost",
          "capital_cost",
          "passenger_yield",
          "ppa_price",
          "net_price",
          "content_per_unit",
          "residual_value",
          "ev_per_unit",
          "recovery_value",
          "currency_effect",
          "warranty_cost");

  /// Metrics that count what is bought, built or handed over.
  static final Set<String> GOODS =
      Set.of(
          "orders",
          "fleet",
          "deliveries",
          "units_sold",
          "launch_count",
          "rig_count",
          "store_openings",
          "shipments");

  /// Metrics that only banks have, whose costs are those beside interest.
  public static final Set<String> OF_BANKS =
      Set.of(
          "net_interest_income",
          "net_interest_margin",
          "noninterest_income",
          "loan_loss_provisions");

  /// What is owed, or that over earnings.
  public static final Set<String> DEBTS = Set.of("net_debt", "debt", "leverage");

  /// The metric of which the growth of another is the level; null where it has no name.
  public static @Nullable String growth(String metric) {
    return PROFITS.contains(metric)
        ? "earnings_growth"
        : SALES.contains(metric) ? "revenue_growth" : null;
  }

  private MetricFamilies() {}
}
