package dev.larder.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** An embedded H2 database in a directory of its own, deleted on close and on Ctrl-C. */
final class Database implements AutoCloseable {
  private final Path directory;
  private final JdbcConnectionPool pool;
  private final Thread onExit = new Thread(this::delete, "demo-database-clean-up");

  private Database(Path directory, int connections) {
    this.directory = directory;
    // H2's own exit hook would write to the directory while ours deletes it.
    String url = "jdbc:h2:file:" + directory.resolve("catalogue") + ";DB_CLOSE_ON_EXIT=FALSE";
    pool = JdbcConnectionPool.create(url, "demo", "");
    pool.setMaxConnections(connections);
  }

  static Database open(int connections) throws IOException {
    Database database = new Database(Files.createTempDirectory("larder-demo"), connections);
    Runtime.getRuntime().addShutdownHook(database.onExit);
    return database;
  }

  DataSource connections() {
    return pool;
  }

  Path directory() {
    return directory;
  }

  /** The last connection closed closes the database, and with it the files. */
  @Override
  public void close() {
    pool.dispose();
    delete();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }
}
