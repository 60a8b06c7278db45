package dev.larder.cache.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Merges ranked lists into one: by how far down its own list each element is, as a fraction. */
final class Ranking {
  private Ranking() {}

  private record Ranked<T>(T element, double rank) {}

  static <T> List<T> merge(List<List<T>> lists) {
    List<Ranked<T>> all = new ArrayList<>();
    for (List<T> list : lists) {
      for (int i = 0; i < list.size(); i++) {
        all.add(new Ranked<>(list.get(i), (i + 1.0) / list.size()));
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::rank));
    return all.stream().map(Ranked::element).toList();
  }
}
