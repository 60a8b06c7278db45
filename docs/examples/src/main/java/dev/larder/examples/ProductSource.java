package dev.larder.examples;

import dev.larder.strategies.DataSource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** All that an application writes to put a cache in front of its repository. */
final class ProductSource implements DataSource<Integer, Product> {
  private final ProductRepository repository;

  ProductSource(ProductRepository repository) {
    this.repository = repository;
  }

  @Override
  public @Nullable Product load(Integer id) throws SQLException {
    return repository.find(id);
  }

  @Override
  public void write(Integer id, Product product) throws SQLException {
    repository.save(product);
  }
}
