"""Translates template.yaml as AWS SAM does when it is deployed, and lists what the stack would hold.

Once as the template stands, once with the API's definition included, which is how the service sees it. Needs the
Python packages aws-sam-translator and PyYAML; asks no account. Run: python3 .build/translate.py
"""

import collections
import json
import os
import pathlib
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = pathlib.Path(__file__).resolve().parent.parent


def template(included):
    document = yaml_parse((ROOT / "template.yaml").read_text())
    for resource in document["Resources"].values():
        properties = resource.get("Properties", {})
        if "CodeUri" in properties:
            # What `sam package` makes of a local file.
            properties["CodeUri"] = "s3://bucket/" + properties["CodeUri"]
        body = properties.get("DefinitionBody")
        if included and body:
            location = body["Fn::Transform"]["Parameters"]["Location"]
            properties["DefinitionBody"] = json.loads((ROOT / location).read_text())
    return document


def parameters(document):
    return {name: str(p["Default"]) for name, p in document["Parameters"].items()}


for included in (False, True):
    document = template(included)
    try:
        stack = Translator({}, Parser()).translate(document, parameters(document))
    except InvalidDocumentException as e:
        sys.exit("\n".join([e.message] + [cause.message for cause in e.causes]))
    kinds = collections.Counter(r["Type"] for r in stack["Resources"].values())
    print("with the API included:" if included else "as it stands:")
    for kind, n in sorted(kinds.items()):
        print(f"  {n} {kind}")
