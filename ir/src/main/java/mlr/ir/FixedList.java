package mlr.ir;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * The elements of an array, read-only, without a copy. What says that it gives one is faster to ask than if it gave a {@link java.util.List}: the simple compiler
 * then knows what it calls.
 */
public final class FixedList<E> extends AbstractList<E> implements RandomAccess {
  private final E[] elements;

  FixedList(E[] elements) {
    this.elements = elements;
  }

  /** A copy of a collection of anything but null. */
  // The array is never given away, so that it need not be of the elements' class.
  @SuppressWarnings("unchecked")
  public static <E> FixedList<E> copyOf(Collection<? extends E> elements) {
    return new FixedList<>((E[]) elements.toArray());
  }

  @Override
  public E get(int index) {
    return elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Object[] toArray() {
    var copy = new Object[elements.length];
    System.arraycopy(elements, 0, copy, 0, copy.length);
    return copy;
  }
}
