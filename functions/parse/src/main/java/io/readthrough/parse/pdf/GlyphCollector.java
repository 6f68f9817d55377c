package io.readthrough.parse.pdf;

import io.readthrough.parse.extract.Limits;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Runs the content of pages and keeps the glyphs that a reader sees.
///
/// A glyph is hidden when it is smaller than a point, transparent, outside of the page, drawn in no
/// mode, or of the colour of what is filled behind it. Colours are followed by the operators'
/// numbers alone: their spaces would load profiles and native code for nothing.
final class GlyphCollector extends PDFTextStripper {
  private static final float MIN_SIZE = 1f;
  private static final double MIN_ALPHA = 0.05;

  /// Two colours closer than this in each of their three parts, of 255, are one to the eye.
  private static final int SAME_COLOUR = 12;

  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0;

  /// A colour that is not followed: a pattern, a picture. It hides nothing.
  private static final int UNKNOWN = -1;

  /// Fills that are kept for a page; tables with shaded cells have some hundred.
  private static final int MAX_FILLS = 1_000;

  private static final Set<String> FOLLOWED =
      Set.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased");

  private static final int BOLD_WEIGHT = 600;

  /// Forms within forms; real ones have three.
  private static final int MAX_LEVEL = 25;

  private static final int CHECK_EVERY = 256;

  private final Deque<Paint> paints = new ArrayDeque<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Fill> path = new ArrayList<>();
  private Paint paint = Paint.START;
  private PDRectangle box = PDRectangle.LETTER;
  private List<Segment> visible = new ArrayList<>();
  private List<Segment> invisible = new ArrayList<>();
  private Sight sight = Sight.VISIBLE;
  private int hidden;
  private int undrawn;
  private int unmapped;
  private int images;
  private int operators;
  private int glyphs;
  private final Limits limits;

  private enum Sight {
    VISIBLE,
    /// Drawn in no mode, as the text over a scan is.
    UNDRAWN,
    HIDDEN
  }

  /// @param followed whether the numbers of the colour space are those of light or of ink
  private record Paint(int colour, boolean followed) {
    static final Paint START = new Paint(BLACK, true);
  }

  /// @param colour of a stretch of the page, in user space
  private record Fill(double left, double bottom, double right, double top, int colour) {
    boolean contains(double x, double y) {
      return left <= x && x <= right && bottom <= y && y <= top;
    }
  }

  /// @param limits of which the elements bound the operators of all pages together, and their
  ///   glyphs
  GlyphCollector(Limits limits) {
    this.limits = limits;
    for (String name : List.of("g", "rg", "k")) {
      addOperator(new Listener(name, operands -> setColour(operands, true)));
    }
    for (String name : List.of("sc", "scn")) {
      addOperator(new Listener(name, operands -> setColour(operands, paint.followed)));
    }
    addOperator(new Listener("cs", this::setColourSpace));
    addOperator(new Listener("re", this::rectangle));
    for (String name : List.of("f", "F", "f*", "B", "B*", "b", "b*")) {
      addOperator(new Listener(name, operands -> fill()));
    }
    for (String name : List.of("n", "S", "s")) {
      addOperator(new Listener(name, operands -> path.clear()));
    }
    addOperator(new Listener("Do", this::draw));
    addOperator(new Listener("BI", operands -> images++));
  }

  /// What a page shows.
  PdfPage collect(PDPage page, int number) throws IOException {
    box = page.getCropBox();
    visible = new ArrayList<>();
    invisible = new ArrayList<>();
    fills.clear();
    path.clear();
    paints.clear();
    paint = Paint.START;
    hidden = 0;
    undrawn = 0;
    unmapped = 0;
    images = 0;
    processPage(page);
    boolean recognised = visible.isEmpty() && images > 0 && !invisible.isEmpty();
    return new PdfPage(
        number,
        box.getHeight(),
        recognised ? invisible : visible,
        recognised ? hidden : hidden + undrawn,
        unmapped,
        images,
        recognised);
  }

  @Override
  protected void writePage() {
    // The glyphs are laid out when all pages are known.
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % CHECK_EVERY == 0) {
      Limits.checkTime();
    }
    if (operators > limits.elements()) {
      // Forms that draw each other a few times each make any number of operators out of a few.
      throw Limits.exceeded(
          "its pages are drawn by more than " + limits.elements() + " operators",
          "Save it as plain text, or in parts, and drop it again.");
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void saveGraphicsState() {
    paints.push(paint);
    super.saveGraphicsState();
  }

  @Override
  public void restoreGraphicsState() {
    if (!paints.isEmpty()) {
      paint = paints.pop();
    }
    super.restoreGraphicsState();
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    Paint before = paint;
    super.showForm(form);
    paint = before;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    if (++glyphs > limits.elements()) {
      throw Limits.exceeded(
          "its pages show more than " + limits.elements() + " glyphs",
          "Save it as plain text, or in parts, and drop it again.");
    }
    sight = sight(matrix);
    if (sight == Sight.VISIBLE && font.toUnicode(code) == null) {
      unmapped++;
    }
    super.showGlyph(matrix, font, code, displacement);
  }

  private Sight sight(Matrix matrix) {
    double x = matrix.getTranslateX();
    double y = matrix.getTranslateY();
    float size =
        Math.max(Math.abs(matrix.getScalingFactorX()), Math.abs(matrix.getScalingFactorY()));
    boolean outside =
        x < box.getLowerLeftX()
            || x > box.getUpperRightX()
            || y < box.getLowerLeftY()
            || y > box.getUpperRightY();
    if (size < MIN_SIZE
        || outside
        || getGraphicsState().getNonStrokeAlphaConstant() < MIN_ALPHA
        || isOfBackground(x, y + size / 3)) {
      return Sight.HIDDEN;
    }
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    return mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP
        ? Sight.UNDRAWN
        : Sight.VISIBLE;
  }

  private boolean isOfBackground(double x, double y) {
    int colour = paint.colour;
    if (colour == UNKNOWN) {
      return false;
    }
    for (Fill fill : fills.reversed()) {
      if (fill.contains(x, y)) {
        return isSame(fill.colour, colour);
      }
    }
    return isSame(WHITE, colour);
  }

  private static boolean isSame(int one, int other) {
    return one != UNKNOWN
        && Math.abs((one >> 16) - (other >> 16)) < SAME_COLOUR
        && Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) < SAME_COLOUR
        && Math.abs((one & 0xff) - (other & 0xff)) < SAME_COLOUR;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isEmpty()) {
      return;
    }
    int count = text.isBlank() ? 0 : text.length();
    if (sight == Sight.HIDDEN) {
      hidden += count;
      return;
    }
    undrawn += sight == Sight.UNDRAWN ? count : 0;
    List<Segment> segments = sight == Sight.UNDRAWN ? invisible : visible;
    float size = Math.max(position.getYScale(), position.getXScale());
    Glyph glyph =
        new Glyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            size <= 0 ? 1 : size,
            isBold(position.getFont()),
            (int) position.getDir());
    boolean blank = text.isBlank();
    if (!segments.isEmpty() && segments.getLast().add(glyph)) {
      return;
    }
    if (!blank) {
      segments.add(new Segment(glyph));
    }
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName();
    if (name != null) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("bold") || lower.contains("black") || lower.contains("heavy")) {
        return true;
      }
    }
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }

  // ---- what is drawn behind the text

  private void setColour(List<COSBase> operands, boolean followed) {
    float[] parts = new float[4];
    int count = 0;
    for (COSBase each : operands) {
      if (each instanceof COSNumber number && count < parts.length) {
        parts[count++] = Math.clamp(number.floatValue(), 0f, 1f);
      }
    }
    int colour = UNKNOWN;
    if (followed && count == 1) {
      colour = rgb(parts[0], parts[0], parts[0]);
    } else if (followed && count == 3) {
      colour = rgb(parts[0], parts[1], parts[2]);
    } else if (followed && count == 4) {
      float light = 1 - parts[3];
      colour = rgb((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light);
    }
    paint = new Paint(colour, followed);
  }

  /// Device colours and those that a profile refines are followed; spot colours, where 1 is all of
  /// the ink, indexes and patterns are not.
  private void setColourSpace(List<COSBase> operands) {
    COSBase space = operands.isEmpty() ? null : operands.getFirst();
    if (space instanceof COSName name
        && getResources() != null
        && getResources().getCOSObject().getDictionaryObject(COSName.COLORSPACE)
            instanceof COSDictionary spaces) {
      COSBase defined = spaces.getDictionaryObject(name);
      space = defined == null ? space : defined;
    }
    if (space instanceof COSArray array && array.size() > 0) {
      space = array.getObject(0);
    }
    boolean followed = space instanceof COSName name && FOLLOWED.contains(name.getName());
    paint = new Paint(followed ? BLACK : UNKNOWN, followed);
  }

  private static int rgb(float red, float green, float blue) {
    return Math.round(red * 255) << 16 | Math.round(green * 255) << 8 | Math.round(blue * 255);
  }

  private void rectangle(List<COSBase> operands) {
    if (operands.size() < 4 || path.size() > MAX_FILLS) {
      return;
    }
    float[] values = new float[4];
    for (int i = 0; i < 4; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) {
        return;
      }
      values[i] = number.floatValue();
    }
    path.add(area(values[0], values[1], values[0] + values[2], values[1] + values[3], UNKNOWN));
  }

  private Fill area(float x1, float y1, float x2, float y2, int colour) {
    Point2D.Float one = transformedPoint(x1, y1);
    Point2D.Float other = transformedPoint(x2, y2);
    return new Fill(
        Math.min(one.x, other.x),
        Math.min(one.y, other.y),
        Math.max(one.x, other.x),
        Math.max(one.y, other.y),
        colour);
  }

  private void fill() {
    for (Fill each : path) {
      if (fills.size() < MAX_FILLS) {
        fills.add(new Fill(each.left, each.bottom, each.right, each.top, paint.colour));
      }
    }
    path.clear();
  }

  private void draw(List<COSBase> operands) throws IOException {
    if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
      return;
    }
    if (getResources() == null) {
      return;
    }
    if (getResources().isImageXObject(name)) {
      images++;
      if (fills.size() < MAX_FILLS) {
        fills.add(area(0, 0, 1, 1, UNKNOWN));
      }
      return;
    }
    PDXObject object = getResources().getXObject(name);
    if (object instanceof PDFormXObject form) {
      try {
        increaseLevel();
        if (getLevel() <= MAX_LEVEL) {
          showForm(form);
        }
      } finally {
        decreaseLevel();
      }
    }
  }

  @FunctionalInterface
  private interface Action {
    void run(List<COSBase> operands) throws IOException;
  }

  /// An operator that this class wants to know of.
  private final class Listener extends OperatorProcessor {
    private final String name;
    private final Action action;

    Listener(String name, Action action) {
      super(GlyphCollector.this);
      this.name = name;
      this.action = action;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      action.run(operands);
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
