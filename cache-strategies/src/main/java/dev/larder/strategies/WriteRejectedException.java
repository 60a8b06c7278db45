package dev.larder.strategies;

/**
 * Thrown by a {@link DataSource} that is certain that nothing was written: a constraint, a version
 * conflict, a refused argument. The cache is left as it is. Any other exception means that nobody
 * knows.
 */
public class WriteRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that says why. */
  public WriteRejectedException(String message) {
    super(message);
  }

  /** Creates an exception that says why, and what the source said. */
  public WriteRejectedException(String message, Throwable cause) {
    super(message, cause);
  }
}
