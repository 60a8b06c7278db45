package dev.larder.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A product of the catalogue; the price has two decimals, as its column has. */
record Product(int id, String name, String category, BigDecimal price) {

  Product {
    price = price.setScale(2, RoundingMode.UNNECESSARY);
  }

  /** Returns the invented product of that number; the trace tells numbers only. */
  static Product numbered(int id) {
    return new Product(
        id, "Product " + id, "Category " + id % 40, BigDecimal.valueOf(499 + id % 9_500, 2));
  }

  Product withPrice(BigDecimal newPrice) {
    return new Product(id, name, category, newPrice);
  }
}
