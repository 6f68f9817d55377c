package io.readthrough.parse.office;

import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;

/// Reads an Excel workbook of before 2007 as [Workbook] does one of after. Formulas are not
/// computed: they have the value that they had when saved.
final class BinaryWorkbook {
  private final HSSFWorkbook workbook;
  private final Limits limits;
  private final BlockWriter out;
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
  private int cells;

  BinaryWorkbook(DirectoryNode root, Limits limits) throws IOException {
    this.workbook = new HSSFWorkbook(root, false);
    this.limits = limits;
    this.out = new BlockWriter(limits.characters());
    formatter.setUseCachedValuesForFormulaCells(true);
  }

  ExtractedDocument read() {
    List<String> warnings = new ArrayList<>();
    int hidden = 0;
    for (int i = 0; i < workbook.getNumberOfSheets() && !out.isFull(); i++) {
      if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
        out.block(Kind.HEADING, 2, workbook.getSheetName(i));
        read(workbook.getSheetAt(i));
      } else {
        hidden++;
      }
    }
    if (hidden > 0) {
      warnings.add(hidden + " hidden sheets were left out.");
    }
    return out.document(
        CompoundMetadata.of(
            workbook.getSummaryInformation(), workbook.getDocumentSummaryInformation()),
        0,
        warnings);
  }

  private void read(Sheet sheet) {
    for (Row row : sheet) {
      Limits.checkTime();
      if (out.isFull() || row.getZeroHeight()) {
        continue;
      }
      List<String> values = new ArrayList<>();
      for (Cell cell : row) {
        if (++cells > limits.elements()) {
          throw Limits.exceeded(
              "it has more than " + limits.elements() + " cells", "Save it in parts.");
        }
        if (!sheet.isColumnHidden(cell.getColumnIndex()) && cell.getCellType() != CellType.ERROR) {
          String value = formatter.formatCellValue(cell).replaceAll("\\s+", " ").strip();
          if (!value.isEmpty()) {
            values.add(value);
          }
        }
      }
      if (!values.isEmpty()) {
        out.block(Kind.TABLE_ROW, 0, String.join(" | ", values));
      }
    }
  }
}
