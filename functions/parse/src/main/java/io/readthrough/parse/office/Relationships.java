package io.readthrough.parse.office;

import io.readthrough.parse.archive.ZipArchive;
import io.readthrough.parse.extract.Limits;
import java.util.HashMap;
import java.util.Map;

/// The parts that a part of an Office document names, by their ids.
final class Relationships {
  private Relationships() {}

  /// @param folder of the part, with its slash
  /// @param part its file's name
  static Map<String, String> of(ZipArchive archive, String folder, String part, Limits limits) {
    Map<String, String> targets = new HashMap<>();
    byte[] bytes = archive.read(folder + "_rels/" + part + ".rels");
    if (bytes == null) {
      return targets;
    }
    XmlPart xml = new XmlPart(bytes, limits);
    for (XmlPart.Event event = xml.next(); event != XmlPart.Event.DONE; event = xml.next()) {
      if (event == XmlPart.Event.START && xml.name().equals("Relationship")) {
        String id = xml.attribute("Id");
        String target = xml.attribute("Target");
        if (id != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
          targets.put(id, target.startsWith("/") ? target.substring(1) : folder + target);
        }
      }
    }
    return targets;
  }
}
