package mlr.tools.mlr.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.interpreter.Absent;
import mlr.interpreter.PortClocks;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.ShapedType;

/** The input and output structures of a laid-out node as bytes, little-endian; absent ports are zeros going in and not read coming out. */
record FrameCodec(NodeInterface node) {
  /** The input structure of an instant. */
  byte[] encode(Object[] inputs) {
    var frame = ByteBuffer.allocate(size("in_bytes")).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < inputs.length; i++) {
      var port = node.inputs().get(i);
      if (inputs[i] != Absent.ABSENT) {
        encode(port, inputs[i], frame);
      }
    }
    return frame.array();
  }

  private static void encode(Port port, Object value, ByteBuffer frame) {
    var element = ShapedType.elementOrSelf(port.type());
    int size = DenseElementsAttr.elementBytes(element);
    int at = (int) port.offset();
    if (value instanceof TensorValue tensor) {
      for (int i = 0; i < tensor.size(); i++) {
        put(frame, at + i * size, size, RuntimeValues.bits(element, tensor.get(i)));
      }
    } else {
      put(frame, at, size, RuntimeValues.bits(element, value));
    }
  }

  private static void put(ByteBuffer frame, int at, int size, long bits) {
    for (int i = 0; i < size; i++) {
      frame.put(at + i, (byte) (bits >>> 8 * i));
    }
  }

  /** The outputs that an output structure holds, given what went in. */
  Object[] decode(Object[] inputs, byte[] frame) {
    var buffer = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    var outputs = node.outputs().stream().map(port -> decode(port, buffer)).toArray();
    var present = new PortClocks(node).presentOutputs(inputs, outputs);
    for (int i = 0; i < outputs.length; i++) {
      if (!present[i]) {
        outputs[i] = Absent.ABSENT;
      }
    }
    return outputs;
  }

  private static Object decode(Port port, ByteBuffer frame) {
    Type element = ShapedType.elementOrSelf(port.type());
    int size = DenseElementsAttr.elementBytes(element);
    int at = (int) port.offset();
    if (port.type() instanceof ShapedType tensor) {
      var elements = new Object[Math.toIntExact(tensor.elementCount())];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = RuntimeValues.scalar(element, bits(frame, at + i * size, size));
      }
      return RuntimeValues.tensor(tensor, elements);
    }
    return RuntimeValues.scalar(element, bits(frame, at, size));
  }

  private static long bits(ByteBuffer frame, int at, int size) {
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << 8 | frame.get(at + i) & 0xff;
    }
    return bits;
  }

  /** A size of the record in bytes. */
  int size(String key) {
    var bytes = node.bytes().get(key);
    if (bytes == null) {
      throw new IllegalStateException("'" + node.name() + "' has no " + key + " yet");
    }
    return Math.toIntExact(bytes);
  }

  /** All input structures, one behind the other. */
  byte[] encodeAll(List<Object[]> inputs) {
    int size = size("in_bytes");
    var all = ByteBuffer.allocate(size * inputs.size());
    inputs.forEach(instant -> all.put(encode(instant)));
    return all.array();
  }
}
