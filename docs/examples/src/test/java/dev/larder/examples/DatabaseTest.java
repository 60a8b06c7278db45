package dev.larder.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void close_afterUse_deletesTheFiles() throws IOException, SQLException {
    Path directory;
    try (Database database = Database.open(2)) {
      new ProductRepository(database.connections()).create(10);
      directory = database.directory();
      assertThat(directory.resolve("catalogue.mv.db")).isRegularFile();
    }

    assertThat(directory).doesNotExist();
  }

  @Test
  void repository_savedProduct_isFound() throws IOException, SQLException {
    try (Database database = Database.open(1)) {
      ProductRepository repository = new ProductRepository(database.connections());
      repository.create(2_500);
      Product dearer = Product.numbered(7).withPrice(new BigDecimal("12.5"));
      Product additional = Product.numbered(9_999);

      repository.save(dearer);
      repository.save(additional);

      assertThat(repository.find(7)).isEqualTo(dearer);
      assertThat(repository.find(9_999)).isEqualTo(additional);
      assertThat(repository.find(2_499)).isEqualTo(Product.numbered(2_499));
      assertThat(repository.find(2_500)).isNull();
    }
  }
}
