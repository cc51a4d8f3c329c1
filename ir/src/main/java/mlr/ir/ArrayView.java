package mlr.ir;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The elements of an array, read-only, without a copy. */
final class ArrayView<E> extends AbstractList<E> implements RandomAccess {
  private final E[] elements;

  ArrayView(E[] elements) {
    this.elements = elements;
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
