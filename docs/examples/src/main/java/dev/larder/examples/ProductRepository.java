package dev.larder.examples;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of products, over JDBC: what the application had before it got a cache. */
class ProductRepository {
  private static final int BATCH = 1_000;

  private final DataSource database;

  ProductRepository(DataSource database) {
    this.database = database;
  }

  /** Creates the table with the products numbered from 0. */
  void create(int products) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (Statement table = connection.createStatement()) {
        table.execute(
            "CREATE TABLE product (id INT PRIMARY KEY, name VARCHAR(100) NOT NULL,"
                + " category VARCHAR(100) NOT NULL, price DECIMAL(10, 2) NOT NULL)");
      }
      try (PreparedStatement row =
          connection.prepareStatement("INSERT INTO product VALUES (?, ?, ?, ?)")) {
        for (int id = 0; id < products; id++) {
          fill(row, Product.numbered(id));
          row.addBatch();
          if (id % BATCH == BATCH - 1) {
            row.executeBatch();
          }
        }
        row.executeBatch();
      }
    }
  }

  /** Returns the product, or null if there is no such row. */
  @Nullable Product find(int id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, name, category, price FROM product WHERE id = ?")) {
      query.setInt(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Product(row.getInt(1), row.getString(2), row.getString(3), row.getBigDecimal(4))
            : null;
      }
    }
  }

  /** Inserts or updates the product. */
  void save(Product product) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement row =
            connection.prepareStatement("MERGE INTO product KEY (id) VALUES (?, ?, ?, ?)")) {
      fill(row, product);
      row.executeUpdate();
    }
  }

  private static void fill(PreparedStatement row, Product product) throws SQLException {
    row.setInt(1, product.id());
    row.setString(2, product.name());
    row.setString(3, product.category());
    row.setBigDecimal(4, product.price());
  }
}
